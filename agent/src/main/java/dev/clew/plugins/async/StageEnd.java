package dev.clew.plugins.async;

import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/** Ends an operation with a stage. It holds the operation, never the stage: a stage that nobody holds was abandoned. */
final class StageEnd implements BiConsumer<Object, Throwable> {
    private final Track track;

    private StageEnd(Track track) {
        this.track = track;
    }

    static void watch(CompletionStage<?> stage, Running running) {
        Track track = Track.over(running);
        track.livesWith(stage);
        stage.whenComplete(new StageEnd(track));
    }

    @Override
    public void accept(Object value, Throwable error) {
        if (error != null) {
            track.failed(error);
        } else {
            track.item(value);
            track.completed();
        }
    }
}
