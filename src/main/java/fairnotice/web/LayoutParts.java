package fairnotice.web;

import fairnotice.publisher.Publisher;
import fairnotice.publisher.ReadingPublisher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page what the layout shows around it. */
@ControllerAdvice
class LayoutParts {

    private final Optional<Banner> banner;
    private final Optional<StaffMenu> menu;
    private final Optional<ReadingPublisher> publisher;

    LayoutParts(Optional<Banner> banner, Optional<StaffMenu> menu, Optional<ReadingPublisher> publisher) {
        this.banner = banner;
        this.menu = menu;
        this.publisher = publisher;
    }

    @ModelAttribute("publisher")
    Publisher publisher() {
        return publisher.map(ReadingPublisher::publisher).orElse(Publisher.UNSET);
    }

    @ModelAttribute("banner")
    String banner() {
        return banner.flatMap(Banner::text).orElse(null);
    }

    @ModelAttribute("menu")
    List<StaffMenu.Item> menu(HttpServletRequest request) {
        return menu.map(staff -> staff.items(request)).orElse(List.of());
    }
}
