package fairnotice.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.customer.ImportedCustomer;
import fairnotice.customer.ImportedCustomer.ImportedOrder;
import fairnotice.customer.ImportedLine;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoOrdersTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22", "2028-02-29", "2026-03-31", "2026-12-31"})
    void demo_orders_have_lines_by_time_and_by_unit_in_several_currencies_and_over_years(LocalDate today) {
        List<ImportedOrder> orders = DemoFiles.customers(today).get("opsticket").stream()
                .map(ImportedCustomer::orders)
                .flatMap(List::stream)
                .filter(order -> !order.lines().isEmpty())
                .toList();

        assertThat(orders).extracting(ImportedOrder::currency).contains("EUR", "JPY", "USD");
        assertThat(orders)
                .flatExtracting(ImportedOrder::lines)
                .extracting(ImportedLine::pricing)
                .contains("time", "unit");
        assertThat(orders)
                .allSatisfy(order -> assertThat(order.lines())
                        .flatExtracting(ImportedLine::payments)
                        .allSatisfy(payment -> {
                            assertThat(payment.begins()).isBetween(order.begins(), order.ends());
                            assertThat(payment.ends()).isBetween(payment.begins(), order.ends());
                        }));
    }
}
