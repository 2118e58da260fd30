package fairnotice.objection;

import java.util.function.Supplier;

/** What is read when it is first asked for, and not again; by one thread. */
final class Once<T> implements Supplier<T> {

    private final Supplier<T> reading;
    private T read;

    Once(Supplier<T> reading) {
        this.reading = reading;
    }

    @Override
    public T get() {
        if (read == null) {
            read = reading.get();
        }
        return read;
    }
}
