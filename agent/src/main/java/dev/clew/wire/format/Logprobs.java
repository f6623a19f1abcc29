package dev.clew.wire.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.trace.ModelResponse;
import java.io.IOException;

/** How sure a model was of its words: the chosen tokens' log-probabilities, summed up as they come. */
public final class Logprobs {
    /** Some send this for "can't be told", which no probability is. */
    private static final double UNKNOWN = -9999;

    private double sum;
    private double least;
    private long count;

    /** A token's natural logarithm of its probability; null for not reported. */
    public void add(Double logprob) {
        if (logprob == null || !(logprob <= 0) || logprob <= UNKNOWN) {
            return;
        }
        sum += logprob;
        least = count == 0 ? logprob : Math.min(least, logprob);
        count++;
    }

    /** Takes over what another one knows. */
    public void add(Logprobs other) {
        if (other.count > 0) {
            least = count == 0 ? other.least : Math.min(least, other.least);
            sum += other.sum;
            count += other.count;
        }
    }

    /** Reads a list of objects with a {@code logprob} each. */
    public void readAll(JsonParser p) throws IOException {
        if (!Json.isArray(p)) {
            p.skipChildren();
            return;
        }
        while (p.nextToken() != JsonToken.END_ARRAY) {
            readOne(p);
        }
    }

    /** Reads an object with a {@code logprob}: OpenAI's way. */
    private void readOne(JsonParser p) throws IOException {
        if (!Json.isObject(p)) {
            p.skipChildren();
            return;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            if (name.equals("logprob")) {
                add(Json.real(p));
            } else {
                p.skipChildren();
            }
        }
    }

    /** Nothing where none came. */
    public void into(ModelResponse response) {
        if (count > 0) {
            response.logprobMean = sum / count;
            response.logprobMin = least;
            response.logprobCount = count;
        }
    }
}
