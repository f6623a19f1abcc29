package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** The text that golden files hold tells apart what it should and nothing else. */
class TreeTest {

    private static final String TRACE =
            """
            {"traceId":"t","spans":[
             {"spanId":"d","parentSpanId":"a","name":"execute_tool look","kind":"INTERNAL","start":"4","status":"UNSET","open":false,
              "attributes":{"gen_ai.operation.name":"execute_tool","gen_ai.tool.call.arguments":"{\\"at\\": \\"b\\"}"},
              "links":[{"traceId":"t","spanId":"b","attributes":{"clew.link":"tool_call"}}]},
             {"spanId":"e","parentSpanId":"a","name":"execute_tool look","kind":"INTERNAL","start":"5","status":"ERROR","open":true,
              "attributes":{"gen_ai.operation.name":"execute_tool","gen_ai.tool.call.arguments":"{\\"at\\": \\"a\\"}"},"links":[]},
             {"spanId":"a","name":"invoke_agent A","kind":"INTERNAL","start":"1","status":"UNSET","open":false,
              "attributes":{"gen_ai.operation.name":"invoke_agent"},"links":[]},
             {"spanId":"c","parentSpanId":"b","name":"POST","kind":"CLIENT","start":"3","status":"UNSET","open":false,
              "attributes":{"http.request.method":"POST","http.response.status_code":200},"links":[]},
             {"spanId":"b","parentSpanId":"a","name":"chat m","kind":"CLIENT","start":"2","status":"UNSET","open":false,
              "attributes":{"gen_ai.operation.name":"chat","gen_ai.usage.input_tokens":7,"gen_ai.usage.output_tokens":2,
               "gen_ai.response.finish_reasons":["stop"]},"links":[]}]}""";

    @Test
    void rendersParentsLinksErrorsAndOpenSpansWithoutIdsAndTimes() throws Exception {
        Tree tree = Tree.parse(new ObjectMapper().readTree(TRACE));

        assertThat(tree.render()).isEqualTo("""
                invoke_agent A [INTERNAL]
                  chat m [CLIENT] #1 in 7 cached  out 2 ["stop"]
                    HTTP POST 200 [CLIENT]
                  execute_tool look [INTERNAL] {"at":"a"} open ERROR
                  execute_tool look [INTERNAL] {"at":"b"} asked by #1
                """);
        assertThat(tree.above(tree.byId("c"), "invoke_agent")).isEqualTo(tree.byId("a"));
        assertThat(tree.sum("chat", "gen_ai.usage.input_tokens")).isEqualTo(7);
    }
}
