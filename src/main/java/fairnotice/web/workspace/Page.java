package fairnotice.web.workspace;

import java.util.List;

/**
 * A page of a long list.
 *
 * @param number from 1
 * @param more whether there is a page after it
 */
public record Page<T>(List<T> items, int number, boolean more) {

    public static final int SIZE = 50;

    /** The first item of a page that was asked for by number; a number below 1 means the first page. */
    public static int offset(int number) {
        return (Math.max(1, Math.min(number, 1_000_000)) - 1) * SIZE;
    }

    /** @param oneMore one item more than fits, when there are that many */
    public static <T> Page<T> of(List<T> oneMore, int number) {
        boolean more = oneMore.size() > SIZE;
        return new Page<>(more ? oneMore.subList(0, SIZE) : oneMore, Math.max(1, number), more);
    }
}
