package com.example.tck;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.service.tool.ToolExecutor;
import java.util.List;
import java.util.TreeSet;
import org.testng.ITestListener;
import org.testng.ITestResult;
import org.testng.TestNG;

/** Runs the tests inside a tool, so that there is work for the streams to belong to; a line a test on stdout. */
public final class Tck {
    private Tck() {}

    public static void main(String[] args) {
        TreeSet<String> lines = new TreeSet<>();
        ToolExecutor tool = (request, memory) -> {
            run(lines);
            return "done";
        };
        tool = new Tool(tool);
        tool.execute(ToolExecutionRequest.builder().id("1").name("tck").arguments("{}").build(), null);
        lines.forEach(System.out::println);
        System.exit(0);
    }

    /** A class of its own: a lambda is nobody's tool. */
    private record Tool(ToolExecutor work) implements ToolExecutor {
        @Override
        public String execute(ToolExecutionRequest request, Object memoryId) {
            return work.execute(request, memoryId);
        }
    }

    private static void run(TreeSet<String> lines) {
        TestNG tests = new TestNG(false);
        tests.setVerbose(0);
        tests.addListener(new ITestListener() {
            @Override
            public void onTestSuccess(ITestResult result) {
                add("passed", result);
            }

            @Override
            public void onTestFailure(ITestResult result) {
                add("failed", result);
            }

            @Override
            public void onTestSkipped(ITestResult result) {
                add("skipped", result);
            }

            private void add(String outcome, ITestResult result) {
                lines.add(result.getTestClass().getRealClass().getSimpleName() + ' ' + result.getName() + ' ' + outcome);
            }
        });
        tests.setTestClasses(List.of(
                        Publishers.FluxRange.class,
                        Publishers.FluxOnThreads.class,
                        Publishers.FluxCreate.class,
                        Publishers.FluxSink.class,
                        Publishers.FluxOfMany.class,
                        Publishers.FlowableRange.class,
                        Publishers.FlowableOnThreads.class,
                        Publishers.FlowableCreate.class,
                        Publishers.FlowableProcessor.class)
                .toArray(new Class<?>[0]));
        tests.run();
    }
}
