package io.millrace.benchmarks.hits;

import java.util.List;
import java.util.stream.Collectors;

/** The columns of the table: the names and types of the public ClickBench schema, in its order. */
public final class HitsSchema {
    /** A column: its name and its type in ClickHouse's words. */
    public record Column(String name, String type) {
        /** The type in DuckDB's words. */
        String duckDbType() {
            return switch (type) {
                case "Int64" -> "BIGINT";
                case "Int32" -> "INTEGER";
                case "Int16" -> "SMALLINT";
                case "DateTime" -> "TIMESTAMP";
                case "Date" -> "DATE";
                case "String" -> "VARCHAR";
                default -> throw new IllegalStateException("no DuckDB type for " + type);
            };
        }
    }

    private static final String DEFINITION = """
            Int64 WatchID; Int16 JavaEnable; String Title; Int16 GoodEvent; DateTime EventTime; Date EventDate;
            Int32 CounterID; Int32 ClientIP; Int32 RegionID; Int64 UserID; Int16 CounterClass; Int16 OS;
            Int16 UserAgent; String URL; String Referer; Int16 IsRefresh; Int16 RefererCategoryID;
            Int32 RefererRegionID; Int16 URLCategoryID; Int32 URLRegionID; Int16 ResolutionWidth;
            Int16 ResolutionHeight; Int16 ResolutionDepth; Int16 FlashMajor; Int16 FlashMinor; String FlashMinor2;
            Int16 NetMajor; Int16 NetMinor; Int16 UserAgentMajor; String UserAgentMinor; Int16 CookieEnable;
            Int16 JavascriptEnable; Int16 IsMobile; Int16 MobilePhone; String MobilePhoneModel; String Params;
            Int32 IPNetworkID; Int16 TraficSourceID; Int16 SearchEngineID; String SearchPhrase; Int16 AdvEngineID;
            Int16 IsArtifical; Int16 WindowClientWidth; Int16 WindowClientHeight; Int16 ClientTimeZone;
            DateTime ClientEventTime; Int16 SilverlightVersion1; Int16 SilverlightVersion2;
            Int32 SilverlightVersion3; Int16 SilverlightVersion4; String PageCharset; Int32 CodeVersion;
            Int16 IsLink; Int16 IsDownload; Int16 IsNotBounce; Int64 FUniqID; String OriginalURL; Int32 HID;
            Int16 IsOldCounter; Int16 IsEvent; Int16 IsParameter; Int16 DontCountHits; Int16 WithHash;
            String HitColor; DateTime LocalEventTime; Int16 Age; Int16 Sex; Int16 Income; Int16 Interests;
            Int16 Robotness; Int32 RemoteIP; Int32 WindowName; Int32 OpenerName; Int16 HistoryLength;
            String BrowserLanguage; String BrowserCountry; String SocialNetwork; String SocialAction;
            Int16 HTTPError; Int32 SendTiming; Int32 DNSTiming; Int32 ConnectTiming; Int32 ResponseStartTiming;
            Int32 ResponseEndTiming; Int32 FetchTiming; Int16 SocialSourceNetworkID; String SocialSourcePage;
            Int64 ParamPrice; String ParamOrderID; String ParamCurrency; Int16 ParamCurrencyID;
            String OpenstatServiceName; String OpenstatCampaignID; String OpenstatAdID; String OpenstatSourceID;
            String UTMSource; String UTMMedium; String UTMCampaign; String UTMContent; String UTMTerm;
            String FromTag; Int16 HasGCLID; Int64 RefererHash; Int64 URLHash; Int32 CLID""";

    /** The 105 columns. */
    public static final List<Column> COLUMNS = DEFINITION
            .lines()
            .flatMap(line -> List.of(line.split(";")).stream())
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .map(text -> new Column(text.substring(text.indexOf(' ') + 1), text.substring(0, text.indexOf(' '))))
            .toList();

    private HitsSchema() {}

    /** The statement that makes the table in ClickHouse and in our server. */
    public static String createMergeTree(String table) {
        return "CREATE TABLE " + table + "\n(\n"
                + COLUMNS.stream().map(c -> "    " + c.name() + " " + c.type()).collect(Collectors.joining(",\n"))
                + "\n)\nENGINE = MergeTree\nORDER BY (CounterID, EventDate, UserID, EventTime, WatchID)";
    }

    /** The statement that makes the table in DuckDB. */
    public static String createDuckDb(String table) {
        return "CREATE TABLE " + table + "\n(\n"
                + COLUMNS.stream()
                        .map(c -> "    " + c.name() + " " + c.duckDbType() + " NOT NULL")
                        .collect(Collectors.joining(",\n"))
                + "\n)";
    }

    /** The columns as ClickHouse's {@code file} function takes them: {@code WatchID Int64, ...}. */
    public static String structure() {
        return COLUMNS.stream().map(c -> c.name() + " " + c.type()).collect(Collectors.joining(", "));
    }

    /** The columns as DuckDB's {@code read_csv} and {@code read_json} take them: {@code {'WatchID': 'BIGINT', ...}}. */
    public static String duckDbStructure() {
        return COLUMNS.stream()
                .map(c -> "'" + c.name() + "': '" + c.duckDbType() + "'")
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
