package com.example.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.definition.ToolDefinition;

/** Tests as applications have them, with mocks of what is hooked. */
class SpringAiMocksTests {
    @Test
    void toolIsStubbedForAnyInputAndAskedForNothingElse() {
        ToolCallback tool = mock(ToolCallback.class);
        when(tool.call(anyString())).thenReturn("done");
        assertEquals("done", tool.call("{}"));
        verify(tool).call("{}");
        verifyNoMoreInteractions(tool);
    }

    @Test
    void toolThatIsNamedFirstIsStubbedToo() {
        ToolCallback tool = mock(ToolCallback.class);
        ToolDefinition definition = ToolDefinition.builder().name("t").description("d").inputSchema("{}").build();
        when(tool.getToolDefinition()).thenReturn(definition);
        when(tool.call(anyString())).thenReturn("done");
        assertEquals("done", tool.call("{}"));
    }
}
