package dev.clew.confidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What texts state of their own certainty, and what they do not. */
class StatedTest {
    private static Stated in(String json) {
        return Stated.in(json.replace('\'', '"'), "output");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'confidence':0.85}                     | 0.85 | output.confidence
            {'confidence_score':0.85}               | 0.85 | output.confidence_score
            {'confidenceScore':1}                   | 1.0  | output.confidenceScore
            {'ConfidenceLevel':0}                   | 0.0  | output.ConfidenceLevel
            {'CONFIDENCE':0.5}                      | 0.5  | output.CONFIDENCE
            {'overallConfidence':0.5}               | 0.5  | output.overallConfidence
            {'certainty':0.3}                       | 0.3  | output.certainty
            {'probability':0.25}                    | 0.25 | output.probability
            {'score':0.9}                           | 0.9  | output.score
            {'score':1.0}                           | 1.0  | output.score
            {'confidence':'0.85'}                   | 0.85 | output.confidence
            {'confidence':'85%'}                    | 0.85 | output.confidence
            {'confidence':' 85 % '}                 | 0.85 | output.confidence
            {'score':'7%'}                          | 0.07 | output.score
            {'confidence':85}                       | 0.85 | output.confidence
            {'confidence':100}                      | 1.0  | output.confidence
            {'confidence_percent':7}                | 0.07 | output.confidence_percent
            {'score_percent':85}                    | 0.85 | output.score_percent
            {'score':85, 'unit':'percent'}          | 0.85 | output.score
            {'unit':'%', 'confidence':5}            | 0.05 | output.confidence
            {'score':0.85, 'max':1}                 | 0.85 | output.score
            {'answer':{'confidence':0.4}}           | 0.4  | output.answer.confidence
            {'a':{'b':{'score':0.4}}}               | 0.4  | output.a.b.score
            """)
    void fieldThatStatesOneIsReadAndNamed(String json, double value, String source) {
        assertThat(in(json)).isEqualTo(new Stated(value, null, source));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "no", "confidence: 0.9", "I have a score of 0.9", "{}", "[]", "{'confidence'}", "{confidence:0.9}",
        "{'confidence':-0.1}", "{'confidence':101}", "{'confidence':true}", "{'confidence':null}", "{'confidence':NaN}",
        "{'confidence':[0.9]}", "{'confidence':['high']}", "[{'confidence':0.9}]", "{'results':[{'score':0.9},{'score':0.1}]}",
        "{'confidence':'NaN'}", "{'confidence':'Infinity'}", "{'confidence':'1e999'}", "{'confidence':'quite'}", "{'confidence':''}",
        "{'confidence':'101%'}", "{'confidence':'-3%'}", "{'confidence':'%'}", "{'confidence':'0x1'}", "{'confidence':'1.5f'}",
        "{'score':7}", "{'score':85}", "{'score':0}", "{'score':1}", "{'score':'1'}", "{'confidence':7}", "{'confidence':1.5}", "{'confidence':10}",
        "{'score':0.85, 'max':10}", "{'max_score':5, 'score':0.5}", "{'confidence':1, 'scale':5}", "{'confidence':1, 'scale':'1-5'}",
        "{'confidence_percent':0.85}", "{'risk_score':0.9}", "{'min_confidence':0.9}", "{'confidence_threshold':0.9}", "{'uncertainty':0.9}",
        "{'probability_of_rain':0.9}", "{'zscore':0.9}", "{'scores':0.9}", "{'overall_score':0.9}", "{'confidence':{'low':0.1}}",
        "{'confidence':0.9, oops", "{'a':1} {'confidence':0.9}", "{'score':0.9, 'answer':'cut of", "{'confidence':0.9", "{'confidence':0."
    })
    void nothingIsMadeUp(String json) {
        assertThat(in(json)).isNull();
    }

    @Test
    void noTextStatesNothing() {
        assertThat(Stated.in(null, "output")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"high", "Medium", "low", "very high", "VERY LOW", "moderate"})
    void wordStaysAWord(String word) {
        assertThat(in("{'answer':{'confidence':'" + word + "'}}")).isEqualTo(new Stated(null, word, "output.answer.confidence"));
    }

    @Test
    void shallowestFirstOneWins() {
        assertThat(in("{'a':{'confidence':0.1},'b':{'confidence':0.2}}").value()).isEqualTo(0.1);
        assertThat(in("{'a':{'confidence':0.1},'confidence':0.2}").value()).isEqualTo(0.2);
        assertThat(in("{'score':0.3,'confidence':0.2}").source()).isEqualTo("output.score");
        assertThat(in("{'score':7,'confidence':0.2}").source()).as("points are no confidence").isEqualTo("output.confidence");
    }

    @Test
    void objectMayStandInAFenceOrAfterWords() {
        assertThat(in("Here it is:\n```json\n{'confidence':0.9}\n```\nBye {'confidence':0.1}").value()).isEqualTo(0.9);
        assertThat(in("```\n{'confidence':0.9}\n```").value()).isEqualTo(0.9);
        assertThat(in("```java\nint a;\n```\nand\n```json\n{'confidence':0.8}\n```").value()).isEqualTo(0.8);
        assertThat(in("My answer: {'confidence':0.7} as you asked").value()).isEqualTo(0.7);
        assertThat(in("```json\n{'confidence':0.9,'a':'b")).as("a fence that is never closed").isNotNull();
        assertThat(in("```java\n{'confidence':0.9}")).isNotNull();
    }

    @Test
    void textThatIsJsonOfAJsonTextIsReadToo() {
        assertThat(Stated.in("\"{\\\"confidence\\\":0.6}\"", "tool_result")).isEqualTo(new Stated(0.6, null, "tool_result.confidence"));
        assertThat(Stated.in("\"confidence {\"", "tool_result")).isNull();
    }

    private static Stated parts(String... texts) {
        StringBuilder json = new StringBuilder("[");
        for (String text : texts) {
            json.append(json.length() == 1 ? "" : ", ").append("{\"type\":\"text\",\"text\":\"").append(text.replace("'", "\\\"")).append("\"}");
        }
        return Stated.in(json + "]", "tool_result");
    }

    @Test
    void partsOfAMessageAreReadAsOneText() {
        assertThat(parts("{'confidence':0.6}")).isEqualTo(new Stated(0.6, null, "tool_result.confidence"));
        assertThat(parts("Well.", "{'answer':{'certainty':'high'}}")).isEqualTo(new Stated(null, "high", "tool_result.answer.certainty"));
        assertThat(Stated.in("[{\"type\":\"image\",\"data\":\"x\"},{\"annotations\":{\"priority\":0.3},"
                + "\"text\":\"{\\\"score\\\":0.6}\",\"type\":\"text\"}]", "tool_result").value()).isEqualTo(0.6);
        assertThat(parts("{'score':0.6}", "{'score':0.4}")).as("each about a thing of its own").isNull();
        assertThat(parts("words {'confidence':0.6}")).as("no object").isNull();
        assertThat(Stated.in("[{\"text\":\"{\\\"confidence\\\":0.6}\"}]", "tool_result").value()).as("without its type").isEqualTo(0.6);
        assertThat(Stated.in("[{\"id\":1,\"text\":\"{\\\"confidence\\\":0.6}\"}]", "tool_result")).as("texts of anything").isNull();
        assertThat(Stated.in("[{\"type\":\"text\",\"text\":\"{\\\"confidence\\\":0.6}\"},1]", "tool_result")).isNull();
        assertThat(Stated.in("[{\"type\":\"text\",\"text\":\"{\\\"confidence\\\":0.6}\"}", "tool_result")).as("broken off").isNull();
    }

    @Test
    void argumentsStateOnlyHowSureTheCallerIs() {
        assertThat(Stated.inArguments("{\"label\":\"spam\",\"confidence\":0.4}", "tool_arguments"))
                .isEqualTo(new Stated(0.4, null, "tool_arguments.confidence"));
        assertThat(Stated.inArguments(" {\"verdict\":{\"certaintyLevel\":\"low\"}}", "tool_arguments"))
                .isEqualTo(new Stated(null, "low", "tool_arguments.verdict.certaintyLevel"));
        for (String other : new String[] {"{\"score\":0.4}", "{\"probability\":0.4}", "{\"min_confidence\":0.4}", "[{\"confidence\":0.4}]",
            "{\"text\":\"{\\\"confidence\\\":0.4}\"}", "confidence {", "{}", ""}) {
            assertThat(Stated.inArguments(other, "tool_arguments")).as(other).isNull();
        }
        assertThat(Stated.inArguments(null, "tool_arguments")).isNull();
    }

    @Test
    void objectThatBreaksOffStatesWhatItHasStatedWithoutADoubt() {
        assertThat(in("{'confidence':0.9,'answer':'and so").value()).isEqualTo(0.9);
        String open = "{'confidence':0.9,'answer':'" + "x".repeat(100_000) + "'}";
        assertThat(in(open).value()).isEqualTo(0.9);
        assertThat(in("{'answer':'" + "x".repeat(100_000) + "','confidence':0.9}")).as("beyond what is read").isNull();
    }

    @Test
    void depthAndHostileTextsHaveALimit() {
        assertThat(in("{'a':".repeat(15) + "{'confidence':0.9}" + "}".repeat(15)).value()).isEqualTo(0.9);
        assertThat(in("{'a':".repeat(16) + "{'confidence':0.9}" + "}".repeat(16))).isNull();
        assertThat(in("{'confidence'".repeat(10_000))).isNull();
        assertThat(in("{'" + "confidence_".repeat(3000) + "':0.9}")).isNull();
        assertThat(in("{'" + "a".repeat(300) + "':{'confidence':0.9}}")).as("no path as long as that").isNull();
        assertThat(in("```".repeat(10_000) + "{'confidence':0.9}")).isNull();
        assertThat(in("{'confidence':" + "9".repeat(5000) + "}")).isNull();
        assertThat(in("{'confidence':1" + "0".repeat(40) + "}")).isNull();
    }
}
