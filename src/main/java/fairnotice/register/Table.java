package fairnotice.register;

import java.util.List;

/**
 * A table as it was pasted or read from a file: nothing but texts.
 *
 * @param columns of its widest row
 */
public record Table(List<Row> rows, int columns) {

    /** @param number from 1, those counted that hold nothing */
    public record Row(int number, List<String> cells) {

        /** Empty beyond the last one. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    public Table {
        rows = List.copyOf(rows);
    }
}
