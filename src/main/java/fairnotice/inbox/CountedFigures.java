package fairnotice.inbox;

/** What the database says in numbers. */
public interface CountedFigures {

    Figures.Counted count();
}
