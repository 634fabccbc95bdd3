"""What the masks hide, and what they leave."""

import unittest

from parity.masks import apply


class AgeTests(unittest.TestCase):
    def test_cells_and_their_padding_are_masked_and_other_columns_kept(self) -> None:
        one = "NAME   AGE    IP\na      59s    1\nbb     9m59s  2\n"
        other = "NAME   AGE   IP\na      1m    1\nbb     10m   2\n"
        self.assertEqual(apply(("age",), one), apply(("age",), other))
        self.assertEqual(apply(("age",), one), "NAME   AGE   IP\na      <age>   1\nbb     <age>   2\n")

    def test_only_columns_of_ages_are_masked(self) -> None:
        text = "NAME   SIZE   AGE\na      3d     3d\n"
        self.assertEqual(apply(("age",), text), "NAME   SIZE   AGE\na      3d     <age>\n")

    def test_a_cell_that_is_no_age_is_kept(self) -> None:
        text = "NAME   AGE\na      <unknown>\nb      soon\n"
        self.assertEqual(apply(("age",), text), text)

    def test_events_of_describe(self) -> None:
        one = "  Type    Reason   Age                  From\n  ----    ------   ----                 ----\n"
        one += "  Normal  Pulled   38s (x12 over 10m)   kubelet\n  Normal  Created  37s                  kubelet\n"
        other = "  Type    Reason   Age                From\n  ----    ------   ----               ----\n"
        other += "  Normal  Pulled   9s (x12 over 10m)  kubelet\n  Normal  Created  8s                 kubelet\n"
        self.assertEqual(apply(("age",), one), apply(("age",), other))
        self.assertIn("<age> (x12 over <age>)", apply(("age",), one))
        self.assertNotEqual(apply(("age",), one), apply(("age",), other.replace("x12", "x13")))

    def test_a_table_ends_with_an_empty_line(self) -> None:
        text = "AGE\n5s\n\n5s\n"
        self.assertEqual(apply(("age",), text), "AGE\n<age>\n\n5s\n")

    def test_lines_of_a_terminal_end_with_a_return(self) -> None:
        self.assertEqual(apply(("age",), "NAME   AGE\r\na      5s\r\n"), "NAME   AGE\r\na      <age>\r\n")

    def test_an_empty_cell_after_the_age_keeps_its_width(self) -> None:
        text = "LAST SEEN   TYPE     NAME\n5s          Normal   a\n6s                   b\n"
        masked = "LAST SEEN   TYPE     NAME\n<age>   Normal   a\n<age>            b\n"
        self.assertEqual(apply(("age",), text), masked)

    def test_padding_after_the_last_column_is_kept_apart_from_none(self) -> None:
        self.assertNotEqual(apply(("age",), "AGE\n5s\n"), apply(("age",), "AGE\n5s   \n"))

    def test_cells_by_number_need_no_heading(self) -> None:
        text = "auto-pod   2/2     Running   0          9m2s\n"
        self.assertEqual(apply(("age-cell=5",), text), "auto-pod   2/2     Running   0          <age>\n")
        self.assertEqual(apply(("age-cell=4",), text), text)


class OtherMaskTests(unittest.TestCase):
    def test_the_log_mask_takes_whole_lines_of_the_log_and_nothing_else(self) -> None:
        line = 'E1122 20:15:01.123456    4711 memcache.go:265] "Unhandled Error"\n'
        text = line + "Error from server: no\nE1122 is no log\n"
        self.assertEqual(apply(("log",), text), "Error from server: no\nE1122 is no log\n")

    def test_the_client_version_keeps_kubectls_part(self) -> None:
        self.assertEqual(apply(("client-version",), "Version: v1.36.4+skubectl.0.1.0"), "Version: v1.36.4")
        self.assertEqual(apply(("client-version",), "Version: v1.35.0"), "Version: v1.35.0")

    def test_without_a_mask_nothing_changes(self) -> None:
        self.assertEqual(apply((), "AGE\n5s\n"), "AGE\n5s\n")


if __name__ == "__main__":
    unittest.main()
