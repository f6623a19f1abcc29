package com.example.dataflow;

import java.util.ArrayList;
import java.util.List;

/**
 * Agents that work on the same request, one after the other or some at once, all they are told and all they say, and who is told what by whom. The last is
 * written by hand, from what the author of the scenario meant; see the package's page for what counts.
 */
public final class Scenario {
    /** How what one said turns up in what another is told. */
    public enum Kind {
        /** All of it, as it is. */
        COPY,
        /** A sentence or two of it. */
        EXCERPT,
        /** JSON, written in another way. */
        JSON,
        /** A number, an id, a date, an amount. */
        FACT,
        /** Something in quotes. */
        NAME,
        /** Items of a list. */
        LIST,
        /** A tool's result, for the model that asked for it. */
        TOOL,
        /** What the model itself said in the round before. */
        ROUND,
        /** A document that was found. */
        DOCUMENT,
        /** An entry of a memory. */
        MEMORY
    }

    /**
     * Who said what the prompt takes up.
     *
     * @param source an agent; or, for what the agent itself did not repeat, {@code agent/tool}
     */
    public record From(String source, Kind kind) {}

    /** A call that the model asks for; arguments and result as they stand on the wire. */
    public record Call(String tool, String arguments, String result) {}

    /** One turn of one agent. */
    public static final class Agent {
        private final Scenario scenario;
        private final String name;
        private String prompt;
        private final List<From> from = new ArrayList<>();
        private final List<List<Call>> rounds = new ArrayList<>();
        private final List<String> documents = new ArrayList<>();
        private boolean remembers;
        private boolean beside;
        private String answer;

        private Agent(Scenario scenario, String name) {
            this.scenario = scenario;
            this.name = name;
        }

        /** What the application tells it; <code>{{name}}</code> is all that this agent said before. */
        Agent told(String text) {
            prompt = text;
            return this;
        }

        Agent from(String source, Kind kind) {
            from.add(new From(source, kind));
            return this;
        }

        /** The model asks for a tool. */
        Agent calls(String tool, String arguments, String result) {
            List<Call> round = new ArrayList<>();
            round.add(new Call(tool, arguments, result));
            rounds.add(round);
            return this;
        }

        /** And, in the same answer, for another one. */
        Agent and(String tool, String arguments, String result) {
            rounds.get(rounds.size() - 1).add(new Call(tool, arguments, result));
            return this;
        }

        /** What a search answers that is made with its prompt. */
        Agent finds(String... texts) {
            documents.addAll(List.of(texts));
            return this;
        }

        /** It works at the same time as the one before. */
        Agent beside() {
            beside = true;
            return this;
        }

        /** Its turn goes into the memory that the agents of the scenario share, and what stands there is told to it. */
        Agent remembers() {
            remembers = true;
            return this;
        }

        Scenario says(String text) {
            answer = text;
            return scenario;
        }

        public String name() {
            return name;
        }

        /** As the application has it before anybody spoke. */
        String template() {
            return prompt;
        }

        /** The agents that the template has in it. */
        List<String> variables() {
            List<String> variables = new ArrayList<>();
            for (Agent other : scenario.agents) {
                if (prompt.contains("{{" + other.name + "}}")) {
                    variables.add(other.name);
                }
            }
            return variables;
        }

        public String prompt() {
            String whole = prompt;
            for (Agent other : scenario.agents) {
                whole = other == this ? whole : whole.replace("{{" + other.name + "}}", other.answer == null ? "" : other.answer);
            }
            return whole;
        }

        /** What of an agent's words goes into its prompt as a whole; null for those that the application took apart. */
        public String whole(String source) {
            return scenario.passes && prompt.contains("{{" + source + "}}") ? scenario.agent(source).answer : null;
        }

        /** All that work at once with this one, and this one. */
        List<Agent> stage() {
            for (List<Agent> stage : scenario.stages()) {
                if (stage.contains(this)) {
                    return stage;
                }
            }
            throw new IllegalStateException(name);
        }

        public List<From> from() {
            return from;
        }

        public List<List<Call>> rounds() {
            return rounds;
        }

        public List<String> documents() {
            return documents;
        }

        public boolean isRemembering() {
            return remembers;
        }

        public String answer() {
            return answer;
        }

        /** By which this agent's model calls are known; the rest of the instructions is what all have. */
        public String tag() {
            return "You are the agent " + name + " in the case " + scenario.name + ".";
        }

        String instructions() {
            return tag() + " You work in a team of specialists who share one task. Answer briefly, stay with the facts that you were given, "
                    + "and never make anything up. If something is missing, say so in one sentence.";
        }
    }

    private final String name;
    private final List<Agent> agents = new ArrayList<>();
    private final List<String> entries = new ArrayList<>();
    private boolean passes;
    private String twin;

    Scenario(String name) {
        this.name = name;
    }

    /** The next one, with what it is told. */
    Agent agent(String called, String told) {
        Agent agent = new Agent(this, called).told(told);
        agents.add(agent);
        return agent;
    }

    /** Where a library has a place for what agents hand on, it is put there and not into prompts by the application. */
    Scenario passes() {
        passes = true;
        return this;
    }

    /** Runs at the same time as another one. */
    Scenario beside(String other) {
        twin = other;
        return this;
    }

    boolean isPassing() {
        return passes;
    }

    /** Null for none. */
    public String twin() {
        return twin;
    }

    Agent agent(String called) {
        return agents.stream().filter(agent -> agent.name.equals(called)).findFirst().orElseThrow();
    }

    /** One stage after the other; the agents of each work at once. */
    List<List<Agent>> stages() {
        List<List<Agent>> stages = new ArrayList<>();
        for (Agent agent : agents) {
            if (!agent.beside) {
                stages.add(new ArrayList<>());
            }
            stages.get(stages.size() - 1).add(agent);
        }
        return stages;
    }

    /** What stood in the memory before anybody worked. */
    Scenario remembered(String... texts) {
        entries.addAll(List.of(texts));
        return this;
    }

    public String name() {
        return name;
    }

    public List<Agent> agents() {
        return agents;
    }

    public List<String> entries() {
        return entries;
    }

    /** Whether a memory is part of it. */
    public boolean remembers() {
        return agents.stream().anyMatch(Agent::isRemembering);
    }
}
