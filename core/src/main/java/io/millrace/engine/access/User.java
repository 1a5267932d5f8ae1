package io.millrace.engine.access;

/** Someone who has been let in. */
public record User(String name) {}
