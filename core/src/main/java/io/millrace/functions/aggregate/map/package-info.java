/** Functions of pairs of key and value: sumMap, minMap, maxMap; and the states per key behind the combinator -Map. Key type: {@link KeyedStates}. */
@NullMarked
package io.millrace.functions.aggregate.map;

import org.jspecify.annotations.NullMarked;
