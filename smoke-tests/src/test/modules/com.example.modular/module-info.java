/** An application of named modules; LangChain4j's jars are automatic ones. */
module com.example.modular {
    requires java.net.http;
    requires langchain4j;
    requires langchain4j.core;
    requires langchain4j.open.ai;

    // automatic modules do not say that they need these
    requires com.fasterxml.jackson.databind;
    requires org.slf4j;

    // an agent's interface is found by reflection, its tools too
    exports com.example.modular;
}
