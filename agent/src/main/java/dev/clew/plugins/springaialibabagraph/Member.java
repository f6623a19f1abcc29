package dev.clew.plugins.springaialibabagraph;

import java.util.List;

/** What is known of an agent, without the agent. */
record Member(String name, String description, boolean isFlow, List<Member> members) {}
