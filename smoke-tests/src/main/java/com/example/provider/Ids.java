package com.example.provider;

import java.util.SplittableRandom;

/** Ids that look like the real ones and are the same in each run. One per request. */
final class Ids {

    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final SplittableRandom random;

    Ids(long request) {
        random = new SplittableRandom(request);
    }

    String completion() {
        return "chatcmpl-" + letters(29, 62);
    }

    String call() {
        return "call_" + letters(24, 62);
    }

    String request() {
        return "req_" + letters(32, 10);
    }

    private String letters(int count, int of) {
        StringBuilder id = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            id.append(BASE62.charAt(random.nextInt(of)));
        }
        return id.toString();
    }
}
