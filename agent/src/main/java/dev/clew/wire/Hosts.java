package dev.clew.wire;

/** Which provider stands behind a host, as far as its name tells: the conventions' values, else the provider's own name. */
final class Hosts {
    /**
     * Host, its own or the end of it after a dot or a star; then the start of the path, where the host alone won't do;
     * then who.
     */
    private static final String[][] TABLE = {
        {"api.openai.com", "", "openai"},
        {".openai.azure.com", "", "azure.ai.openai"},
        {".openai.azure.us", "", "azure.ai.openai"},
        {".cognitiveservices.azure.com", "/openai/", "azure.ai.openai"},
        {".services.ai.azure.com", "/openai/", "azure.ai.openai"},
        {".azure-api.net", "/openai/", "azure.ai.openai"},
        {".cognitiveservices.azure.com", "", "azure.ai.inference"},
        {".services.ai.azure.com", "", "azure.ai.inference"},
        {".models.ai.azure.com", "", "azure.ai.inference"},
        {"models.inference.ai.azure.com", "", "azure.ai.inference"},
        {"api.anthropic.com", "", "anthropic"},
        {"generativelanguage.googleapis.com", "", "gcp.gemini"},
        {"*aiplatform.googleapis.com", "", "gcp.vertex_ai"},
        {".rep.googleapis.com", "", "gcp.vertex_ai"},
        {".amazonaws.com", "", "aws.bedrock"},
        {".api.aws", "", "aws.bedrock"},
        {"api.deepseek.com", "", "deepseek"},
        {"api.groq.com", "", "groq"},
        {".mistral.ai", "", "mistral_ai"},
        {".x.ai", "", "x_ai"},
        {"api.perplexity.ai", "", "perplexity"},
        {"api.cohere.com", "", "cohere"},
        {"api.cohere.ai", "", "cohere"},
        {".ml.cloud.ibm.com", "", "ibm.watsonx.ai"},
        {"api.moonshot.ai", "", "moonshot_ai"},
        {"api.moonshot.cn", "", "moonshot_ai"},
        {"openrouter.ai", "", "openrouter"},
        {"api.together.xyz", "", "together"},
        {"api.together.ai", "", "together"},
        {"api.fireworks.ai", "", "fireworks"},
        {"integrate.api.nvidia.com", "", "nvidia"},
        {"api.cerebras.ai", "", "cerebras"},
        {"router.huggingface.co", "", "huggingface"},
        {".aliyuncs.com", "", "alibaba_cloud"},
    };

    private Hosts() {}

    /**
     * Null where it may be anyone: a gateway, a server of one's own.
     *
     * @param host in lower case; null for none
     */
    static String provider(String host, String path) {
        if (host == null) {
            return null;
        }
        for (int i = 0; i < TABLE.length; i++) {
            String[] row = TABLE[i];
            if (matches(host, row[0]) && path.startsWith(row[1])) {
                return row[2];
            }
        }
        return null;
    }

    private static boolean matches(String host, String name) {
        char first = name.charAt(0);
        if (first == '*') {
            return host.regionMatches(host.length() - name.length() + 1, name, 1, name.length() - 1);
        }
        return first == '.' ? host.endsWith(name) : host.equals(name);
    }
}
