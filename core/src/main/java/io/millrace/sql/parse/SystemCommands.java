package io.millrace.sql.parse;

import java.util.List;

/** The commands behind SYSTEM. */
final class SystemCommands {
    /** A command's words; whether a table or another object may follow. */
    record Command(String words, boolean takesTarget) {}

    private static final List<String> WITH_TARGET = List.of(
            "STOP MERGES",
            "START MERGES",
            "STOP TTL MERGES",
            "START TTL MERGES",
            "STOP MOVES",
            "START MOVES",
            "STOP FETCHES",
            "START FETCHES",
            "STOP REPLICATED SENDS",
            "START REPLICATED SENDS",
            "STOP REPLICATION QUEUES",
            "START REPLICATION QUEUES",
            "STOP DISTRIBUTED SENDS",
            "START DISTRIBUTED SENDS",
            "FLUSH DISTRIBUTED",
            "FLUSH ASYNC INSERT QUEUE",
            "FLUSH LOGS",
            "SYNC REPLICA",
            "SYNC MUTATION",
            "SYNC MERGES",
            "WAIT LOADING PARTS",
            "WAIT PIPE",
            "RESTART REPLICA",
            "RESTORE REPLICA",
            "RELOAD DICTIONARY",
            "RELOAD FUNCTION",
            "RELOAD MODEL",
            "REFRESH VIEW",
            "STOP VIEW",
            "START VIEW",
            "CANCEL VIEW",
            "WAIT VIEW",
            "PREWARM MARK CACHE",
            "PREWARM PRIMARY INDEX CACHE",
            "LOAD PRIMARY KEY",
            "UNLOAD PRIMARY KEY",
            "UNFREEZE",
            "ENABLE FAILPOINT",
            "DISABLE FAILPOINT",
            "WAIT FAILPOINT",
            "STOP CLEANUP",
            "START CLEANUP",
            "STOP PULLING REPLICATION LOG",
            "START PULLING REPLICATION LOG",
            "DROP SCHEMA CACHE",
            "CLEAR SCHEMA CACHE",
            "DROP FILESYSTEM CACHE",
            "CLEAR FILESYSTEM CACHE",
            "DROP QUERY CACHE",
            "CLEAR QUERY CACHE",
            "STOP LISTEN",
            "START LISTEN");

    private static final List<String> ALONE = List.of(
            "SHUTDOWN",
            "KILL",
            "SUSPEND",
            "DROP DNS CACHE",
            "CLEAR DNS CACHE",
            "DROP MARK CACHE",
            "CLEAR MARK CACHE",
            "DROP UNCOMPRESSED CACHE",
            "CLEAR UNCOMPRESSED CACHE",
            "DROP INDEX MARK CACHE",
            "CLEAR INDEX MARK CACHE",
            "DROP INDEX UNCOMPRESSED CACHE",
            "CLEAR INDEX UNCOMPRESSED CACHE",
            "DROP PRIMARY INDEX CACHE",
            "CLEAR PRIMARY INDEX CACHE",
            "DROP MMAP CACHE",
            "CLEAR MMAP CACHE",
            "DROP QUERY CONDITION CACHE",
            "CLEAR QUERY CONDITION CACHE",
            "DROP COMPILED EXPRESSION CACHE",
            "CLEAR COMPILED EXPRESSION CACHE",
            "DROP FORMAT SCHEMA CACHE",
            "CLEAR FORMAT SCHEMA CACHE",
            "DROP CONNECTIONS CACHE",
            "CLEAR CONNECTIONS CACHE",
            "DROP PAGE CACHE",
            "CLEAR PAGE CACHE",
            "RELOAD DICTIONARIES",
            "RELOAD CONFIG",
            "RELOAD USERS",
            "RELOAD FUNCTIONS",
            "RELOAD MODELS",
            "RELOAD EMBEDDED DICTIONARIES",
            "RELOAD ASYNCHRONOUS METRICS",
            "RESTART REPLICAS",
            "SYNC FILE CACHE",
            "SYNC FILESYSTEM CACHE",
            "STOP THREAD FUZZER",
            "START THREAD FUZZER",
            "JEMALLOC PURGE",
            "STOP VIEWS",
            "START VIEWS");

    private SystemCommands() {}

    static Command take(Cursor cursor) {
        for (String words : ALONE) {
            if (cursor.takeKeyword(words)) {
                return new Command(canonical(words), false);
            }
        }
        for (String words : WITH_TARGET) {
            if (cursor.takeKeyword(words)) {
                return new Command(canonical(words), true);
            }
        }
        throw cursor.failure();
    }

    /** DROP .. CACHE is today called CLEAR .. CACHE. */
    private static String canonical(String words) {
        return words.startsWith("DROP ") ? "CLEAR " + words.substring(5) : words;
    }
}
