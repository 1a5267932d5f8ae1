/**
 * Replays the golden files under {@code tests/sql} over HTTP, against our server or against any address.
 *
 * <p>{@link io.millrace.sql.SqlGoldenTest} makes one test a file; {@code SqlStatements} splits files, {@code SqlClient}
 * speaks HTTP, {@code Golden} is a file with its reference.
 */
@NullMarked
package io.millrace.sql;

import org.jspecify.annotations.NullMarked;
