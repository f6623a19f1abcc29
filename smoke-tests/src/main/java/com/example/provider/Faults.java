package com.example.provider;

import java.time.Duration;

/**
 * What goes wrong on purpose. Requests are counted from 1.
 *
 * @param delay how long each answer takes
 * @param failures how many requests, from the first, fail with {@code status}
 * @param status the HTTP status of a failure, 429 or 500 for instance
 * @param hangAt the request that never gets an answer, nor does any after it; 0 for none
 */
public record Faults(Duration delay, int failures, int status, int hangAt) {

    public static final Faults NONE = new Faults(Duration.ZERO, 0, 500, 0);

    public static Faults hangAt(int request) {
        return new Faults(Duration.ZERO, 0, 500, request);
    }

    public static Faults failFirst(int requests, int status) {
        return new Faults(Duration.ZERO, requests, status, 0);
    }

    public static Faults delay(Duration delay) {
        return new Faults(delay, 0, 500, 0);
    }
}
