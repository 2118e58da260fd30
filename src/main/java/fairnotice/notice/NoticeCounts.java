package fairnotice.notice;

/** How many notices of a round there are, have started, reached nobody yet, and were acknowledged. */
public record NoticeCounts(long total, long started, long unreached, long acknowledged) {}
