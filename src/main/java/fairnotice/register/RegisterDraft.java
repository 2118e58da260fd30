package fairnotice.register;

import java.time.Instant;
import java.util.List;

/**
 * A register that there is not yet, as far as somebody came with it; whatever is wrong with what was typed is kept too.
 *
 * @param epoch counts how often it was saved
 * @param changedBy user name of who saved it last
 */
public record RegisterDraft(long id, int epoch, Content content, String changedBy, Instant changedAt) {

    /**
     * What was typed.
     *
     * @param table a pasted table or the text of a file whose columns are not assigned yet; null for none
     * @param history newest first; of a register file only
     * @param promise null until a template was chosen
     */
    public record Content(
            TypedSettings settings,
            String table,
            List<Subprocessor> entries,
            List<HistoryEntry> history,
            TypedPromise promise) {

        public Content {
            entries = entries == null ? List.of() : List.copyOf(entries);
            history = history == null ? List.of() : List.copyOf(history);
        }

        public static Content blank() {
            return new Content(TypedSettings.blank(), null, List.of(), List.of(), null);
        }

        public static Content of(RegisterFile file) {
            return new Content(
                    TypedSettings.of(file.register()),
                    null,
                    file.entries(),
                    file.history(),
                    TypedPromise.of(file.register().policy()));
        }

        public Content with(TypedSettings typed) {
            return new Content(typed, table, entries, history, promise);
        }

        public Content with(TypedPromise typed) {
            return new Content(settings, table, entries, history, typed);
        }

        /** With a table whose columns are to be assigned. */
        public Content reading(String text) {
            return new Content(settings, text, entries, history, promise);
        }

        /** With that list; the table it came from is done with. */
        public Content listing(List<Subprocessor> list) {
            return new Content(settings, null, list, history, promise);
        }
    }
}
