package fairnotice.access;

import java.util.ArrayList;
import java.util.List;

/** Keys that are read as those of the database are, and say how often they were. */
final class KeysInMemory implements LinkKeys {

    private final List<LinkKey> keys = new ArrayList<>();
    private int asked;

    @Override
    public List<LinkKey> all() {
        asked++;
        return List.copyOf(keys);
    }

    @Override
    public void add(LinkKey key) {
        keys.add(key);
    }

    @Override
    public List<Integer> sealAnew() {
        return List.of();
    }

    int asked() {
        return asked;
    }
}
