package dev.clew.smoke;

/** Over OkHttp, the newest. */
class OkHttpRecordingsTest extends RecordingsContract {
    OkHttpRecordingsTest() {
        super("OkHttpWays", "okhttp");
    }
}
