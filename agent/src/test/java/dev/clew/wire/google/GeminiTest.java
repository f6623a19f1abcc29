package dev.clew.wire.google;

import static dev.clew.wire.format.Bodies.bytes;
import static dev.clew.wire.format.Bodies.everyPrefix;
import static dev.clew.wire.format.Bodies.request;
import static dev.clew.wire.format.Bodies.response;
import static dev.clew.wire.format.Bodies.stream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.trace.Shapes;
import dev.clew.wire.format.Payload;
import dev.clew.wire.format.Received;
import dev.clew.wire.format.WireFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Gemini's contents and embeddings beyond what the recordings hold. */
class GeminiTest {
    private static final WireFormat GENERATE = new GeminiGenerate();
    private static final WireFormat EMBED = new GeminiEmbed();
    private static final String STREAM = "/v1beta/models/m:streamGenerateContent";

    private static String piece(String parts, String more) {
        return "{'candidates':[{'content':{'role':'model','parts':[" + parts + "]}" + more + "}]}";
    }

    @Test
    void everySettingIsReadInBothSpellings() {
        ModelRequest r = request(GENERATE, "/v1/models/m:generateContent", "m", "{'contents':{'parts':{'text':'hi'}},'system_instruction':"
                + "'be nice','generation_config':{'temperature':1,'top_p':0.5,'topK':40.0,'max_output_tokens':9,'candidateCount':2,"
                + "'stop_sequences':['x'],'seed':4,'frequencyPenalty':0.1,'presence_penalty':0.2,'responseMimeType':'application/json',"
                + "'thinkingConfig':{'thinkingLevel':'low'}},'tools':{'function_declarations':[{'name':'f','parameters':{}}]}}");
        assertThat(r.messages).hasSize(1);
        assertThat(r.system).hasSize(1);
        assertThat(r.temperature).isEqualTo(1.0);
        assertThat(r.topP).isEqualTo(0.5);
        assertThat(r.topK).isEqualTo(40);
        assertThat(r.maxTokens).isEqualTo(9);
        assertThat(r.choices).isEqualTo(2);
        assertThat(r.stop).containsExactly("x");
        assertThat(r.seed).isEqualTo(4);
        assertThat(r.presencePenalty).isEqualTo(0.2);
        assertThat(r.outputType).isEqualTo("json");
        assertThat(r.reasoningLevel).isEqualTo("low");
        assertThat(r.tools).hasSize(1);
        assertThat(r.stream).isNull();
    }

    @Test
    void partsOfAllKindsAreReadAndInlineBytesAreNot() {
        ModelRequest r = request(GENERATE, STREAM, "m", "{'contents':[{'role':'user','parts':[{'inlineData':{'mimeType':'audio/wav','data':'AA'}},"
                + "{'fileData':{'mimeType':'application/pdf','fileUri':'gs://x'}}]},{'role':'model','parts':[{'text':'hm','thought':true},"
                + "{'functionCall':{'name':'f','args':{'a':1}},'thoughtSignature':'s'}]},{'role':'user','parts':[{'functionResponse':"
                + "{'id':'c1','name':'f','response':{'r':2}}}]}]}");
        assertThat(r.stream).isTrue();
        assertThat(Shapes.parts(r.messages.get(0))).containsExactly("MEDIA:null:audio:null", "MEDIA:null:document:gs://x");
        assertThat(Shapes.parts(r.messages.get(1))).containsExactly("REASONING:null:null:hm", "TOOL_CALL:null:f:{\"a\":1}");
        assertThat(Shapes.parts(r.messages.get(2))).containsExactly("TOOL_RESPONSE:c1:null:{\"r\":2}");
    }

    @Test
    void anObjectWithoutContentsIsNoCall() {
        assertThat(request(GENERATE, STREAM, "m", "{'prompt':'x'}")).isNull();
        assertThat(request(GENERATE, STREAM, "m", "{'contents':null}")).isNull();
        assertThat(request(GENERATE, STREAM, "m", "")).isNotNull();
    }

    @Test
    void piecesOfTextGoOnAndCallsStandApart() {
        ModelResponse r = stream(GENERATE, piece("{'text':'I ','thought':true}", ""), piece("{'text':'think','thought':true}", ""),
                piece("{'text':'Hel'}", ""), piece("{'text':'lo'},{'functionCall':{'id':'c1','name':'f','args':{}}}", ""),
                piece("{'functionCall':{'name':'f','args':{'b':1}}}", ",'finishReason':'STOP'"));
        assertThat(Shapes.parts(r.messages.get(0))).containsExactly("REASONING:null:null:I think", "TEXT:null:null:Hello",
                "TOOL_CALL:c1:f:{}", "TOOL_CALL:null:f:{\"b\":1}");
        assertThat(r.finishReasons).containsExactly("STOP");
        assertThat(r.events).isEqualTo(5);
    }

    @Test
    void argumentsThatAreStreamedAreOneObject() {
        String more = "'willContinue':true";
        ModelResponse r = stream(GENERATE, piece("{'text':'So: '}", ""), piece("{'functionCall':{'name':'light','id':'c1'," + more + "}}", ""),
                piece("{'functionCall':{'partialArgs':[{'jsonPath':'$.location','stringValue':'Boston'," + more + "}]," + more + "}}", ""),
                piece("{'functionCall':{'partialArgs':[{'jsonPath':'$.location','stringValue':', MA'}]," + more + "}}", ""),
                piece("{'functionCall':{'partialArgs':[{'jsonPath':'$.brightness','numberValue':50},{'jsonPath':'$.on','boolValue':true},"
                        + "{'jsonPath':'$.rooms[0].name','stringValue':''},{'jsonPath':'$.rooms[1]','nullValue':'NULL_VALUE'}]," + more + "}}", ""),
                piece("{'functionCall':{}}", ""),
                piece("{'functionCall':{'name':'other'," + more + "}},{'functionCall':{'partialArgs':[{'jsonPath':'$.a','numberValue':1}]}}", ""),
                piece("{'functionCall':{'partialArgs':[{'jsonPath':'$.lost','numberValue':2}]}}", ",'finishReason':'STOP'"));
        assertThat(Shapes.parts(r.messages.get(0))).containsExactly("TEXT:null:null:So: ",
                "TOOL_CALL:c1:light:{\"location\":\"Boston, MA\",\"brightness\":50,\"on\":true,\"rooms\":[{\"name\":\"\"},null]}",
                "TOOL_CALL:null:other:{\"a\":1}");
    }

    @Test
    void aStreamedCallWithoutArgumentsHasNone() {
        ModelResponse r = stream(GENERATE, piece("{'functionCall':{'name':'now','willContinue':true}}", ""), piece("{'functionCall':{}}", ""));
        assertThat(Shapes.parts(r.messages.get(0))).containsExactly("TOOL_CALL:null:now:null");
    }

    @Test
    void candidatesAreToldApartByAnIndexThatComesLast() {
        ModelResponse r = stream(GENERATE, piece("{'text':'b'}", ",'index':1"), piece("{'text':'a'}", ",'index':0"),
                piece("{'text':'B'}", ",'finishReason':'MAX_TOKENS','index':1"));
        assertThat(r.messages).hasSize(2);
        assertThat(Shapes.parts(r.messages.get(0))).containsExactly("TEXT:null:null:a");
        assertThat(Shapes.parts(r.messages.get(1))).containsExactly("TEXT:null:null:bB");
    }

    @Test
    void aStreamThatIsAnArrayIsReadAcrossAGap() {
        byte[] head = bytes("[" + piece("{'text':'a'}", "") + "\n,\r\n{'candidates':[{'cont");
        byte[] tail = bytes("'x'}]}\n,\r\n{'usageMetadata':{'promptTokenCount':5,'candidatesTokenCount':2}}\n]");
        ModelResponse r = GENERATE.response(
                new Received(new Payload(head, head.length, tail, true), "application/json", 200, null, STREAM, "m"));
        assertThat(Shapes.text(r)).isEqualTo("a");
        assertThat(r.inputTokens).isEqualTo(5);
        assertThat(r.events).isNull();
        ModelResponse whole = response(GENERATE, 200, "application/json", Map.of(), STREAM, bytes("[" + piece("", "") + ",{},{}]"));
        assertThat(whole.events).isEqualTo(3);
    }

    @Test
    void aBlockedPromptSaysWhy() {
        ModelResponse r = response(GENERATE, "{'promptFeedback':{'blockReason':'SAFETY'},'usageMetadata':{'promptTokenCount':4,'totalTokenCount':4}}");
        assertThat(r.incompleteReason).isEqualTo("SAFETY");
        assertThat(r.finishReasons).isNull();
        assertThat(r.messages).isNull();
        assertThat(r.outputTokens).isNull();
        assertThat(response(GENERATE, "{'promptFeedback':{'blockReason':1}}").incompleteReason).isEqualTo("1");
    }

    @Test
    void tokensAreSummedUpAsTheConventionsDo() {
        ModelResponse r = response(GENERATE, "{'usageMetadata':{'promptTokenCount':10,'toolUsePromptTokenCount':5,'candidatesTokenCount':3,"
                + "'thoughtsTokenCount':4,'totalTokenCount':22,'cachedContentTokenCount':6,'promptTokensDetails':[{'modality':'TEXT',"
                + "'tokenCount':7},{'modality':2,'tokenCount':3}],'candidatesTokensDetails':[{'modality':'AUDIO','tokenCount':3}]}}");
        assertThat(r.inputTokens).isEqualTo(15);
        assertThat(r.outputTokens).isEqualTo(7);
        assertThat(r.reasoningTokens).isEqualTo(4);
        assertThat(r.cacheReadTokens).isEqualTo(6);
        assertThat(r.textInputTokens).isEqualTo(7);
        assertThat(r.imageInputTokens).isEqualTo(3);
        assertThat(r.audioOutputTokens).isEqualTo(3);
    }

    @Test
    void aZeroThatIsLeftOutIsOneOnlyWhereTheTotalProvesIt() {
        assertThat(response(GENERATE, "{'usageMetadata':{'promptTokenCount':1,'thoughtsTokenCount':9,'totalTokenCount':10}}").outputTokens)
                .isEqualTo(9);
        assertThat(response(GENERATE, "{'usageMetadata':{'promptTokenCount':1,'thoughtsTokenCount':9}}").outputTokens).isNull();
    }

    @Test
    void logprobsOfTheChosenTokensAreKept() {
        ModelResponse r = response(GENERATE, "{'candidates':[{'avgLogprobs':-50,'logprobsResult':{'topCandidates':[{'candidates':"
                + "[{'logProbability':-9}]}],'chosenCandidates':[{'token':'a','logProbability':-1},{'logProbability':-3}]}}]}");
        assertThat(r.logprobMean).isEqualTo(-2.0);
        assertThat(r.logprobCount).isEqualTo(2);
    }

    @Test
    void errorsInAnArrayAndInAStreamAreErrors() {
        ModelResponse r = response(GENERATE, 429, "application/json", "[{'error':{'code':429,'message':'m','status':'RESOURCE_EXHAUSTED'}}]");
        assertThat(r.errorType).isEqualTo("RESOURCE_EXHAUSTED");
        ModelResponse s = stream(GENERATE, piece("{'text':'a'}", ""), "{'error':{'code':503,'message':'gone'}}");
        assertThat(s.errorType).isEqualTo("503");
        assertThat(s.errorMessage).isEqualTo("gone");
        assertThat(Shapes.text(s)).isEqualTo("a");
    }

    @Test
    void embeddingsAreCountedWithAllTheirShapes() {
        assertThat(request(EMBED, "/models/e:embedContent", "e", "{'content':{'parts':[{'text':'a'}]}}").messages).hasSize(1);
        ModelRequest batch = request(EMBED, "/models/e:batchEmbedContents", "e",
                "{'requests':[{'content':{'parts':[{'text':'a'}]}},{'content':{'parts':[{'text':'b'}]}}]}");
        assertThat(Shapes.parts(batch.messages.get(0))).containsExactly("TEXT:null:null:a", "TEXT:null:null:b");
        ModelResponse one = response(EMBED, "{'embedding':{'values':[1,2,3]},'usageMetadata':{'promptTokenCount':4}}");
        assertThat(one.embeddings).isEqualTo(1);
        assertThat(one.dimensions).isEqualTo(3);
        assertThat(one.inputTokens).isEqualTo(4);
        ModelResponse vertex = response(EMBED, "{'predictions':[{'embeddings':{'values':[1,2],'statistics':{'token_count':4}}},"
                + "{'embeddings':{'values':[1,2],'statistics':{'token_count':5.0}}}]}");
        assertThat(vertex.embeddings).isEqualTo(2);
        assertThat(vertex.dimensions).isEqualTo(2);
        assertThat(vertex.inputTokens).isEqualTo(9);
        assertThat(response(EMBED, "{'embedding':{'values':null}}").embeddings).isNull();
    }

    @Test
    void whatElseVertexPredictsIsNoCall() {
        assertThat(request(EMBED, "/models/imagen:predict", "imagen", "{'instances':[{'prompt':'a cat'}]}")).isNull();
        assertThat(request(EMBED, "/models/churn:predict", "churn", "{'instances':[{'content':'x'}]}")).isNull();
        assertThat(request(EMBED, "/models/text-embedding-005:predict", "text-embedding-005", "{'instances':[{'content':'x'}]}").messages)
                .hasSize(1);
    }

    @Test
    void halfAListDoesNotSayHowManyThereAre() {
        ModelResponse r = response(EMBED, "{'embeddings':[{'values':[1,2]},{'values':[1");
        assertThat(r.embeddings).isNull();
        assertThat(r.dimensions).isEqualTo(2);
    }

    @Test
    void everyBeginningIsReadWithoutAnError() {
        everyPrefix(GENERATE, "application/json", "[" + piece("{'text':'a'},{'functionCall':{'name':'f','args':{'a':[1]}}}",
                ",'finishReason':1,'index':0") + ",{'usageMetadata':{'promptTokensDetails':[{'modality':1}]}}]");
        everyPrefix(EMBED, "application/json", "{'predictions':[{'embeddings':{'values':[1,2],'statistics':{'token_count':4}}}]}");
    }
}
