package dev.sequential.engine;

/** Numbers that are known when a program is made. */
public sealed interface KnownOp extends GivenOp permits Fill, Constant {}
