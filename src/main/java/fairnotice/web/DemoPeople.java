package fairnotice.web;

import java.util.List;

/** The invented staff of a demonstration, as whom any visitor may sign in; a bean of this type is there in a demonstration only. */
public interface DemoPeople {

    /**
     * One of them.
     *
     * @param role what they do, in plain words
     * @param password as public as the demonstration is
     */
    record Person(String username, String name, String role, String password) {}

    List<Person> all();
}
