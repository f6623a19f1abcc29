package dev.clew.trace;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import java.util.List;

/**
 * The names of the attributes: the one place that knows the OpenTelemetry GenAI conventions
 * (open-telemetry/semantic-conventions-genai, main of September 2026, based on semantic conventions 1.44.0) and Clew's
 * additions to them.
 */
final class Semconv {
    static final AttributeKey<String> OPERATION = stringKey("gen_ai.operation.name");
    static final AttributeKey<String> PROVIDER = stringKey("gen_ai.provider.name");
    static final AttributeKey<String> CONVERSATION = stringKey("gen_ai.conversation.id");
    static final AttributeKey<String> ERROR_TYPE = stringKey("error.type");

    static final AttributeKey<String> REQUEST_MODEL = stringKey("gen_ai.request.model");
    static final AttributeKey<Double> TEMPERATURE = doubleKey("gen_ai.request.temperature");
    static final AttributeKey<Double> TOP_P = doubleKey("gen_ai.request.top_p");
    static final AttributeKey<Long> TOP_K = longKey("gen_ai.request.top_k");
    static final AttributeKey<Long> MAX_TOKENS = longKey("gen_ai.request.max_tokens");
    static final AttributeKey<Double> FREQUENCY_PENALTY = doubleKey("gen_ai.request.frequency_penalty");
    static final AttributeKey<Double> PRESENCE_PENALTY = doubleKey("gen_ai.request.presence_penalty");
    static final AttributeKey<Long> SEED = longKey("gen_ai.request.seed");
    static final AttributeKey<Long> CHOICES = longKey("gen_ai.request.choice.count");
    static final AttributeKey<List<String>> STOP = stringArrayKey("gen_ai.request.stop_sequences");
    static final AttributeKey<Boolean> STREAM = booleanKey("gen_ai.request.stream");
    static final AttributeKey<String> REASONING_LEVEL = stringKey("gen_ai.request.reasoning.level");
    static final AttributeKey<String> OUTPUT_TYPE = stringKey("gen_ai.output.type");
    static final AttributeKey<String> OPENAI_API = stringKey("openai.api.type");
    static final AttributeKey<String> OPENAI_REQUEST_TIER = stringKey("openai.request.service_tier");
    static final AttributeKey<String> OPENAI_RESPONSE_TIER = stringKey("openai.response.service_tier");
    static final AttributeKey<String> OPENAI_FINGERPRINT = stringKey("openai.response.system_fingerprint");

    static final AttributeKey<String> RESPONSE_ID = stringKey("gen_ai.response.id");
    static final AttributeKey<String> RESPONSE_MODEL = stringKey("gen_ai.response.model");
    static final AttributeKey<List<String>> FINISH_REASONS = stringArrayKey("gen_ai.response.finish_reasons");
    static final AttributeKey<Double> FIRST_CHUNK = doubleKey("gen_ai.response.time_to_first_chunk");
    static final AttributeKey<Long> INPUT_TOKENS = longKey("gen_ai.usage.input_tokens");
    static final AttributeKey<Long> OUTPUT_TOKENS = longKey("gen_ai.usage.output_tokens");
    static final AttributeKey<Long> CACHE_READ_TOKENS = longKey("gen_ai.usage.cache_read.input_tokens");
    static final AttributeKey<Long> CACHE_WRITE_TOKENS = longKey("gen_ai.usage.cache_write.input_tokens");
    static final AttributeKey<Long> REASONING_TOKENS = longKey("gen_ai.usage.reasoning.output_tokens");

    static final AttributeKey<Long> TEXT_INPUT_TOKENS = longKey("gen_ai.usage.text.input_tokens");
    static final AttributeKey<Long> IMAGE_INPUT_TOKENS = longKey("gen_ai.usage.image.input_tokens");
    static final AttributeKey<Long> AUDIO_INPUT_TOKENS = longKey("gen_ai.usage.audio.input_tokens");
    static final AttributeKey<Long> TEXT_OUTPUT_TOKENS = longKey("gen_ai.usage.text.output_tokens");
    static final AttributeKey<Long> IMAGE_OUTPUT_TOKENS = longKey("gen_ai.usage.image.output_tokens");
    static final AttributeKey<Long> AUDIO_OUTPUT_TOKENS = longKey("gen_ai.usage.audio.output_tokens");
    static final AttributeKey<Long> BILLED_INPUT_TOKENS = longKey("clew.usage.billed.input_tokens");
    static final AttributeKey<Long> BILLED_OUTPUT_TOKENS = longKey("clew.usage.billed.output_tokens");
    static final AttributeKey<Long> SEARCH_UNITS = longKey("clew.usage.search_units");
    static final AttributeKey<String> RESPONSE_STATUS = stringKey("clew.response.status");
    static final AttributeKey<String> INCOMPLETE_REASON = stringKey("clew.response.incomplete_reason");
    static final AttributeKey<Long> RESPONSE_EVENTS = longKey("clew.response.events");
    static final AttributeKey<Double> LOGPROB_MEAN = doubleKey("clew.logprob.mean");
    static final AttributeKey<Double> LOGPROB_MIN = doubleKey("clew.logprob.min");
    static final AttributeKey<Double> CONFIDENCE = doubleKey("clew.confidence");
    static final AttributeKey<String> CONFIDENCE_SOURCE = stringKey("clew.confidence.source");
    static final AttributeKey<String> CONFIDENCE_WORD = stringKey("clew.confidence.word");
    static final AttributeKey<String> PREVIOUS_RESPONSE = stringKey("gen_ai.request.previous_response.id");
    static final AttributeKey<List<String>> ENCODING_FORMATS = stringArrayKey("gen_ai.request.encoding_formats");

    static final AttributeKey<String> INPUT_MESSAGES = stringKey("gen_ai.input.messages");
    static final AttributeKey<String> OUTPUT_MESSAGES = stringKey("gen_ai.output.messages");
    static final AttributeKey<String> SYSTEM_INSTRUCTIONS = stringKey("gen_ai.system_instructions");
    static final AttributeKey<String> TOOL_DEFINITIONS = stringKey("gen_ai.tool.definitions");

    static final AttributeKey<String> PROMPT_NAME = stringKey("gen_ai.prompt.name");
    static final AttributeKey<String> PROMPT_VERSION = stringKey("gen_ai.prompt.version");
    /** Followed by the variable's name. */
    static final String PROMPT_VARIABLE = "gen_ai.prompt.variable.";

    static final AttributeKey<String> PROMPT_TEMPLATE = stringKey("clew.prompt.template");
    static final AttributeKey<String> PROMPT_SYSTEM_TEMPLATE = stringKey("clew.prompt.system_template");

    static final AttributeKey<String> STAMP_PROMPT = stringKey("clew.stamp.prompt");
    static final AttributeKey<String> STAMP_PROMPT_NAME = stringKey("clew.stamp.prompt.name");
    static final AttributeKey<String> STAMP_TOOLS = stringKey("clew.stamp.tools");
    static final AttributeKey<String> STAMP_TOOL = stringKey("clew.stamp.tool");
    static final AttributeKey<String> STAMP_AGENT = stringKey("clew.stamp.agent");

    static final AttributeKey<String> AGENT_NAME = stringKey("gen_ai.agent.name");
    static final AttributeKey<String> AGENT_DESCRIPTION = stringKey("gen_ai.agent.description");
    static final AttributeKey<String> WORKFLOW_NAME = stringKey("gen_ai.workflow.name");
    static final AttributeKey<String> STEP_NAME = stringKey("clew.step.name");

    static final AttributeKey<String> TOOL_NAME = stringKey("gen_ai.tool.name");
    static final AttributeKey<String> TOOL_TYPE = stringKey("gen_ai.tool.type");
    static final AttributeKey<String> TOOL_DESCRIPTION = stringKey("gen_ai.tool.description");
    static final AttributeKey<String> TOOL_CALL_ID = stringKey("gen_ai.tool.call.id");
    static final AttributeKey<String> TOOL_ARGUMENTS = stringKey("gen_ai.tool.call.arguments");
    static final AttributeKey<String> TOOL_RESULT = stringKey("gen_ai.tool.call.result");
    static final AttributeKey<String> MCP_METHOD = stringKey("mcp.method.name");
    static final AttributeKey<String> MCP_SERVER = stringKey("clew.mcp.server");
    static final AttributeKey<String> TOOL_REASON = stringKey("clew.tool.reason");

    static final AttributeKey<Long> DIMENSIONS = longKey("gen_ai.embeddings.dimension.count");
    static final AttributeKey<Long> EMBEDDINGS = longKey("clew.embeddings.count");
    static final AttributeKey<String> DATA_SOURCE = stringKey("gen_ai.data_source.id");
    static final AttributeKey<Long> RETRIEVAL_TOP_K = longKey("gen_ai.retrieval.top_k");
    static final AttributeKey<String> RETRIEVAL_QUERY = stringKey("gen_ai.retrieval.query.text");
    static final AttributeKey<String> RETRIEVAL_DOCUMENTS = stringKey("gen_ai.retrieval.documents");
    static final AttributeKey<String> RETRIEVAL_FILTER = stringKey("clew.retrieval.filter");
    static final AttributeKey<String> RETRIEVED = stringKey("clew.retrieval.documents");

    static final AttributeKey<String> MEMORY_STORE = stringKey("gen_ai.memory.store.id");
    static final AttributeKey<Long> MEMORY_COUNT = longKey("gen_ai.memory.record.count");
    static final AttributeKey<String> MEMORY_RECORDS = stringKey("gen_ai.memory.records");
    static final AttributeKey<List<String>> MEMORY_READ = stringArrayKey("clew.memory.read");
    static final AttributeKey<List<String>> MEMORY_NEW = stringArrayKey("clew.memory.new");
    static final AttributeKey<List<String>> MEMORY_WRITTEN = stringArrayKey("clew.memory.written");
    static final AttributeKey<List<String>> MEMORY_EVICTED = stringArrayKey("clew.memory.evicted");

    static final AttributeKey<String> HTTP_METHOD = stringKey("http.request.method");
    static final AttributeKey<Long> HTTP_STATUS = longKey("http.response.status_code");
    static final AttributeKey<Long> HTTP_RESEND = longKey("http.request.resend_count");
    static final AttributeKey<String> HTTP_ROUTE = stringKey("http.route");
    static final AttributeKey<String> URL_PATH = stringKey("url.path");
    static final AttributeKey<String> URL = stringKey("url.full");
    static final AttributeKey<String> SERVER_ADDRESS = stringKey("server.address");
    static final AttributeKey<Long> SERVER_PORT = longKey("server.port");

    static final AttributeKey<String> LINK = stringKey("clew.link");
    /** On a link of kind memory: which of the entries that were read that span wrote. */
    static final AttributeKey<List<String>> LINK_ENTRIES = stringArrayKey("clew.memory.entries");
    /** On a link of kind data: the share of that output's words that were found again, and what was found. */
    static final AttributeKey<Double> DATA_SHARE = doubleKey("clew.data.share");

    static final AttributeKey<String> DATA_SAMPLE = stringKey("clew.data.sample");
    /** Likewise: {@code identity} where it was the very same object; missing where its words tell. */
    static final AttributeKey<String> DATA_BY = stringKey("clew.data.by");
    static final AttributeKey<String> WAITS_FOR = stringKey("clew.waits_for");
    static final AttributeKey<Boolean> REQUEST_CUT = booleanKey("clew.request.cut");
    static final AttributeKey<Boolean> RESPONSE_CUT = booleanKey("clew.response.cut");
    static final AttributeKey<Boolean> CANCELLED = booleanKey("clew.cancelled");

    private Semconv() {}
}
