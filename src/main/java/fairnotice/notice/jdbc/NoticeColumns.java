package fairnotice.notice.jdbc;

import static fairnotice.notice.jdbc.ClockColumns.column;

import fairnotice.notice.NewNotice;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** New notices as arrays, one a column. */
record NoticeColumns(List<NewNotice> page) {

    static NoticeColumns of(List<NewNotice> page) {
        return new NoticeColumns(page);
    }

    StatementSpec bind(StatementSpec statement) {
        return ClockColumns.bindClocks(statement, column(page, NewNotice::start), column(page, NewNotice::dates))
                .param("customer", page.stream().map(NewNotice::customer).toArray(Long[]::new))
                .param("told", page.stream().map(NewNotice::told).toArray(Boolean[]::new))
                .param("mayObject", page.stream().map(NewNotice::mayObject).toArray(Boolean[]::new))
                .param("noticePeriod", texts(each -> each.terms().notice().toString()))
                .param("noticeClause", texts(each -> each.terms().noticeClause()))
                .param("objectionPeriod", texts(each -> each.terms().objection().toString()))
                .param("objectionClause", texts(each -> each.terms().objectionClause()))
                .param("boundUntil", ClockColumns.texts(column(page, NewNotice::boundUntil)));
    }

    private String[] texts(java.util.function.Function<NewNotice, String> part) {
        return page.stream().map(part).toArray(String[]::new);
    }
}
