package dev.clew.weave;

import java.util.function.Supplier;

/** What is woven in the tests: one method a shape of byte code. */
public class Target {
    private final Runnable task;

    public Target() {
        this(0L, () -> {});
    }

    public Target(long number, Runnable task) {
        this.task = number == -1 ? null : task;
    }

    public void runTask() {
        task.run();
    }

    public String greet(String name) {
        return "hello " + name;
    }

    public long wide(long a, double b) {
        long sum = a + (long) b;
        return sum;
    }

    public void none() {}

    public static void empty() {}

    public String fails(RuntimeException e) {
        if (e != null) {
            throw e;
        }
        return "fine";
    }

    public int many(int n) {
        switch (n) {
            case 0:
                return 10;
            case 1:
                return 20;
            case 7:
                throw new IllegalArgumentException("seven");
            default:
                int x = n;
                while (x > 100) {
                    x -= 100;
                }
                return x;
        }
    }

    public String loops(int n) {
        // a backward jump to the first instruction, wide locals, and frames of several shapes
        while (true) {
            long total = 0;
            for (int i = 0; i < n; i++) {
                double d = i * 1.5;
                String s = i % 2 == 0 ? "even" : null;
                total += s == null ? (long) d : s.length();
            }
            if (total >= 0) {
                return "total " + total;
            }
        }
    }

    public String guarded(Supplier<String> supplier) {
        StringBuilder log = new StringBuilder();
        try {
            return supplier.get();
        } catch (IllegalStateException e) {
            log.append("caught ").append(e.getMessage());
        } finally {
            log.append(" finally");
        }
        return log.toString();
    }

    public static String fixed(String a) {
        a = a + "-changed";
        return a;
    }

    public synchronized int locked(int n) {
        return n + 1;
    }

    public int recurse(int depth) {
        return depth == 0 ? 0 : 1 + recurse(depth - 1);
    }

    public String args(int i, long l, String s, double d, Object o) {
        s = s + i;
        return s + l + d + o;
    }

    public String misfit(String only) {
        return only;
    }

    public String calls(Supplier<String> supplier, boolean twice) {
        String first = supplier.get();
        return twice ? first + supplier.get() + supplier : first;
    }

    public interface Shape {
        double area();
    }

    public static class Square implements Shape {
        @Override
        public double area() {
            return 4;
        }
    }
}
