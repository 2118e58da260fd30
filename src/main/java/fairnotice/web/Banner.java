package fairnotice.web;

import java.util.Optional;

/** A line above every page, such as "this is a demo"; a bean of this type is optional. */
public interface Banner {

    /** Empty when there is nothing to say now. */
    Optional<String> text();
}
