package dev.clew.smoke;

/** Over the JDK's own client. */
class JdkRecordingsTest extends RecordingsContract {
    JdkRecordingsTest() {
        super("JdkClient", null);
    }
}
