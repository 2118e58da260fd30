package fairnotice.demo;

import java.util.List;

/**
 * One page of many.
 *
 * @param number from 1
 * @param pages at least 1
 * @param count of all items on all pages
 */
record PageOf<T>(List<T> items, int number, int pages, int count) {

    /** The page of that number, or the nearest there is. */
    static <T> PageOf<T> of(List<T> all, int number, int size) {
        int pages = Math.max(1, (all.size() + size - 1) / size);
        int shown = Math.min(Math.max(1, number), pages);
        List<T> items = all.subList((shown - 1) * size, Math.min(shown * size, all.size()));
        return new PageOf<>(items, shown, pages, all.size());
    }

    public boolean hasBefore() {
        return number > 1;
    }

    public boolean hasAfter() {
        return number < pages;
    }
}
