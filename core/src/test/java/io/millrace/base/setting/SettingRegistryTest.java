package io.millrace.base.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingRegistryTest {
    /** Settings whose type or default is not quite ClickHouse's. */
    private static final List<String> OTHERS = List.of("schema_inference_make_columns_nullable");

    @Test
    void everyNameOfClickHouseIsKnownAndTakesTheValueItShows() {
        assertThat(SettingRegistry.entries()).hasSizeGreaterThanOrEqualTo(1721);
        for (SettingCatalog.Entry entry : SettingRegistry.entries()) {
            takesWhatItShows(SettingRegistry.get(entry.name()));
        }
    }

    private static <T> void takesWhatItShows(Setting<T> setting) {
        T again = setting.parse(setting.print(setting.defaultValue()));
        assertThat(again).as(setting.name()).isEqualTo(setting.defaultValue());
    }

    @Test
    void declaredSettingsHaveTheTypesAndDefaultsOfClickHouse() {
        List<String> different = new ArrayList<>();
        for (SettingCatalog.Entry entry : SettingRegistry.entries()) {
            Setting<?> setting = SettingRegistry.get(entry.name());
            boolean same = setting.type().equals(entry.type())
                    && setting.parse(entry.defaultText()).equals(setting.defaultValue());
            if (!same && entry.aliasFor().isEmpty() && !OTHERS.contains(entry.name())) {
                different.add(setting + " instead of " + entry);
            }
        }
        assertThat(different).isEmpty();
    }

    @Test
    void anotherNameLeadsToTheSameSetting() {
        assertThat(SettingRegistry.get("max_insert_block_size_rows"))
                .isSameAs(SettingRegistry.get("max_insert_block_size"));
    }

    @Test
    void unknownNamesAreRefusedWithNearOnes() {
        assertThatThrownBy(() -> SettingRegistry.get("max_thread"))
                .isInstanceOf(DbException.class)
                .hasMessageContaining("'max_threads'");
    }

    @Test
    void clientsHaveSettingsOfTheirOwn() {
        assertThat(SettingRegistry.get("SQL_mine").parse("anything")).isEqualTo("anything");
    }

    @ParameterizedTest
    @CsvSource({
        "max_threads, abc, CANNOT_PARSE_INPUT_ASSERTION_FAILED",
        "max_block_size, 0, BAD_ARGUMENTS",
        "max_execution_time, abc, CANNOT_PARSE_NUMBER",
        "log_queries, abc, CANNOT_PARSE_BOOL",
        "totals_mode, AUTO, UNKNOWN_TOTALS_MODE",
        "join_algorithm, 'hash,zzz', UNKNOWN_JOIN",
        "format_csv_delimiter, ab, SIZE_OF_FIXED_STRING_DOESNT_MATCH",
        "session_timezone, nowhere, BAD_ARGUMENTS",
        "additional_table_filters, x, CANNOT_PARSE_INPUT_ASSERTION_FAILED",
        "insert_quorum, x, CANNOT_PARSE_INPUT_ASSERTION_FAILED",
        "zstd_window_log_max, 1.5, CANNOT_PARSE_INPUT_ASSERTION_FAILED",
    })
    void wrongValuesAreRefusedAsInClickHouse(String name, String text, ErrorCode code) {
        Setting<?> setting = SettingRegistry.get(name);
        assertThatThrownBy(() -> setting.parse(text))
                .isInstanceOfSatisfying(
                        DbException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(name);
    }

    @Test
    void valuesAreReadInEveryForm() {
        Map<String, Map<String, Object>> forms = Map.of(
                "max_rows_to_read",
                        Map.of("1K", 1000L, "2Ki", 2048L, "1.5", 1L, "true", 1L, "18446744073709551615", -1L),
                "max_threads", Map.of("auto", 0L, "auto(16)", 0L, "3", 3L),
                "log_queries", Map.of("1", true, "off", false, "TRUE", true),
                "join_algorithm", Map.of("hash, partial_merge", "hash,partial_merge"),
                "insert_quorum", Map.of("auto", "auto", "2", "2"),
                "zstd_window_log_max", Map.of("-5", -5L));
        forms.forEach((name, values) -> values.forEach(
                (text, value) -> assertThat((Object) SettingRegistry.get(name).parse(text))
                        .as(name + " " + text)
                        .isEqualTo(value)));
    }
}
