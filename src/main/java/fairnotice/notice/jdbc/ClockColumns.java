package fairnotice.notice.jdbc;

import fairnotice.notice.Notice;
import fairnotice.notice.NoticeDates;
import fairnotice.notice.Start;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Clocks as arrays, one a column, for statements that write many at once. */
record ClockColumns(
        List<Long> ids, List<Start> starts, List<NoticeDates> dates, List<Instant> unreached, List<Instant> missed) {

    static ClockColumns of(Collection<Notice> notices) {
        return new ClockColumns(
                notices.stream().map(Notice::id).toList(),
                column(notices, Notice::start),
                column(notices, Notice::dates),
                column(notices, Notice::unreachedSince),
                column(notices, Notice::missedAt));
    }

    StatementSpec bind(StatementSpec statement) {
        return bindClocks(statement, starts, dates)
                .param("id", ids.toArray(Long[]::new))
                .param("unreachedSince", texts(unreached))
                .param("missedAt", texts(missed));
    }

    static StatementSpec bindClocks(StatementSpec statement, List<Start> starts, List<NoticeDates> dates) {
        return statement
                .param("startedAt", array(starts, start -> start.at().toString()))
                .param("startedBy", array(starts, start -> start.by().name()))
                .param(
                        "noticeLastDay",
                        array(dates, each -> each.noticeEnds().lastDay().toString()))
                .param(
                        "noticeEndsAt",
                        array(dates, each -> each.noticeEnds().endsAt().toString()))
                .param(
                        "noticeExplanation",
                        array(dates, each -> each.noticeEnds().explanation().stored()))
                .param(
                        "objectionLastDay",
                        array(dates, each -> each.objectionsClose().lastDay().toString()))
                .param(
                        "objectionsCloseAt",
                        array(dates, each -> each.objectionsClose().endsAt().toString()))
                .param(
                        "objectionExplanation",
                        array(
                                dates,
                                each -> each.objectionsClose().explanation().stored()));
    }

    /** A column that may hold nulls. */
    static <T, C> List<C> column(Collection<T> rows, Function<T, C> value) {
        return rows.stream().map(value).collect(Collectors.toCollection(ArrayList::new));
    }

    /** Instants as ISO texts, which the statement casts: the driver has no encoder for arrays of them. */
    static String[] texts(List<Instant> instants) {
        return array(instants, Instant::toString);
    }

    private static <T> String[] array(List<T> values, Function<T, String> part) {
        return values.stream()
                .map(value -> value == null ? null : part.apply(value))
                .toArray(String[]::new);
    }
}
