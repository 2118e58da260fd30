package fairnotice.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page what the layout shows around it. */
@ControllerAdvice
class LayoutParts {

    private final ObjectProvider<Banner> banner;
    private final ObjectProvider<StaffMenu> menu;

    LayoutParts(ObjectProvider<Banner> banner, ObjectProvider<StaffMenu> menu) {
        this.banner = banner;
        this.menu = menu;
    }

    @ModelAttribute("banner")
    String banner() {
        return banner.stream().findFirst().flatMap(Banner::text).orElse(null);
    }

    @ModelAttribute("menu")
    List<StaffMenu.Item> menu(HttpServletRequest request) {
        return menu.stream().findFirst().map(staff -> staff.items(request)).orElse(List.of());
    }
}
