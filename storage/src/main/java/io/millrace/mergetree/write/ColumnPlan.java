package io.millrace.mergetree.write;

import io.millrace.compression.codec.Codec;
import io.millrace.data.type.DataType;

/** A column of a new part and the codec of its values. */
public record ColumnPlan(String name, DataType type, Codec codec) {}
