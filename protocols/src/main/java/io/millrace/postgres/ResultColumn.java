package io.millrace.postgres;

import io.millrace.data.type.DataType;
import io.millrace.net.pgwire.WireType;

/**
 * One column of a result. Immutable.
 *
 * @param type how its values lie in our blocks
 * @param wire how clients see it
 */
record ResultColumn(String name, DataType type, WireType wire) {}
