# SPDX-FileCopyrightText: The Chatelaine contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people say of keys, and exceptions from findings, from a terminal."""

import datetime

from bench import CliTestCase


TODAY = datetime.datetime.now(datetime.timezone.utc)


def in_days(days):
    return (TODAY + datetime.timedelta(days=days)).strftime("%Y-%m-%d")


class Notes(CliTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        test = cls()
        test.add_account("conf", "confident-ai")
        test.done("sync", "conf")
        for name in ("one", "other", "shown", "reviewed", "acked", "excepted", "bad", "short"):
            test.create("--account", "conf", "--name", name)

    def said(self, *arguments):
        return self.done("--json", *arguments).json("keySaying")["keys"]

    def shown(self, key):
        return self.done("--json", "keys", "show", key).json("describedKey")

    def kinds(self):
        return self.done("audit", "list", "--kind", "key").out

    def test_a_note_is_kept_shown_and_taken_back(self):
        self.assertNotIn("notes", self.shown("conf/shown"))
        note = ("keys", "note", "conf/shown", "--set")
        self.assertEqual(self.said(*note, "owner=Noor Haddad", "--set", "rotation-days=30"), 1)
        notes = self.shown("conf/shown")["notes"]
        self.assertEqual(notes["owner"]["value"], "Noor Haddad")
        self.assertEqual(notes["rotation-days"]["value"], "30")
        self.assertIn("@", notes["owner"]["by"])
        self.assertIn("Noor Haddad", self.done("keys", "show", "conf/shown").out)
        self.assertEqual(self.said(*note, "owner=Noor Haddad"), 0)
        self.assertIn("Nothing of it is new", self.done(*note, "owner=Noor Haddad").out)
        self.assertEqual(self.said(*note, "owner="), 1)
        self.assertEqual(set(self.shown("conf/shown")["notes"]), {"rotation-days"})

    def test_several_keys_at_once_or_none(self):
        team = ("--set", "team=build")
        self.assertEqual(self.said("keys", "note", "conf/one", "conf/other", *team), 2)
        for name in ("one", "other"):
            self.assertEqual(self.shown(f"conf/{name}")["notes"]["team"]["value"], "build")
        self.not_done("keys", "note", "conf/one", "conf/nobody", "--set", "team=web")
        self.assertEqual(self.shown("conf/one")["notes"]["team"]["value"], "build")

    def test_what_cannot_be_is_refused(self):
        note = ("keys", "note", "conf/bad")
        self.not_done(*note, status=2)
        self.not_done("keys", "note", "--set", "team=web", status=2)
        self.not_done(*note, "--set", "colour=blue", status=2)
        self.not_done(*note, "--set", "team=a", "--set", "team=b", status=2)
        self.not_done(*note, "--set", "rotation-days=weekly", status=2)
        secret = self.practice.ready["tempered"]["credential"]
        self.not_done(*note, "--set", f"purpose=its token is {secret}", status=2)
        self.not_done("keys", "review", "conf/bad", "--decision", "maybe", "--reason", "x",
                      status=2)
        self.not_done("keys", "review", "conf/bad", "--decision", "keep", "--reason", " ")
        make = ("exceptions", "make", "conf/bad", "--approver", "R. Ito", "--reason", "x")
        self.not_done(*make, "--rule", "secret-held", "--until", in_days(3), status=2)
        self.not_done(*make, "--rule", "older-than", "--until", in_days(-3))
        self.not_done("exceptions", "end", "conf/bad", "--rule", "older-than")
        self.assertNotIn("notes", self.shown("conf/bad"))

    def test_a_review_is_written_down(self):
        self.said("keys", "review", "conf/reviewed", "--decision", "reduce", "--reason",
                  "writes, but only reads are needed")
        review = self.shown("conf/reviewed")["review"]
        self.assertEqual(review["decision"], "reduce")
        self.assertEqual(review["reason"], "writes, but only reads are needed")
        self.assertIn("key.review", self.kinds())

    def test_management_acknowledges_the_last_review(self):
        acknowledge = ("keys", "acknowledge", "conf/acked", "--by", "M. Lindholm, CISO")
        self.assertIn("no review to acknowledge", self.not_done(*acknowledge).err)
        self.not_done("keys", "acknowledge", "--by", "M. Lindholm", status=2)
        self.not_done("keys", "acknowledge", "conf/acked", status=2)
        review = ("keys", "review", "conf/acked", "--decision", "keep", "--reason", "used")
        self.said(*review)
        self.assertNotIn("acknowledgement", self.shown("conf/acked")["review"])
        self.not_done("keys", "acknowledge", "conf/acked", "--by", " ")
        self.assertEqual(self.said(*acknowledge), 1)
        word = self.shown("conf/acked")["review"]["acknowledgement"]
        self.assertEqual(word["who"], "M. Lindholm, CISO")
        self.assertIn("@", word["by"])
        self.assertIn("M. Lindholm, CISO", self.done("keys", "show", "conf/acked").out)
        self.assertIn("key.review_acknowledge", self.kinds())
        self.said(*review)  # one more, which nobody has acknowledged yet
        self.assertNotIn("acknowledgement", self.shown("conf/acked")["review"])

    def test_an_exception_marks_its_finding_until_it_ends(self):
        admin = ("findings", "list", "--rule", "admin-scope")

        def finding():
            items = self.done("--json", *admin).json("findingList")["items"]
            return next(item for item in items if item.get("name") == "excepted")

        self.assertNotIn("exception", finding())
        self.said("exceptions", "make", "conf/excepted", "--rule", "admin-scope", "--until",
                  in_days(30), "--approver", "R. Ito", "--reason", "the vendor has no less")
        self.assertEqual(finding()["exception"]["approver"], "R. Ito")
        line = next(line for line in self.done(*admin).out.splitlines() if "excepted" in line)
        self.assertIn(in_days(31), line)  # to the end of its last day
        listed = self.done("--json", "exceptions", "list").json("exceptionList")["items"]
        self.assertEqual([(row["name"], row["rule"]) for row in listed],
                         [("excepted", "admin-scope")])
        self.assertEqual(self.shown("conf/excepted")["exceptions"][0]["reason"],
                         "the vendor has no less")
        self.assertIn("R. Ito", self.done("exceptions", "list", "--account", "conf").out)
        self.said("exceptions", "end", "conf/excepted", "--rule", "admin-scope")
        self.assertNotIn("exception", finding())
        empty = self.done("--json", "exceptions", "list").json("exceptionList")["items"]
        self.assertEqual(empty, [])
        self.assertIn("key.exception_end", self.kinds())

    def test_an_exception_says_when_its_time_is_over(self):
        self.said("exceptions", "make", "conf/short", "--rule", "older-than", "--until",
                  in_days(2), "--approver", "R. Ito", "--reason", "x")
        self.assertFalse(self.shown("conf/short")["exceptions"][0]["over"])
        soon = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=3)
        self.said("exceptions", "make", "conf/short", "--rule", "older-than", "--until",
                  soon.strftime("%Y-%m-%dT%H:%M:%SZ"), "--approver", "R. Ito", "--reason", "x")
        while not self.shown("conf/short")["exceptions"][0]["over"]:
            self.assertLess(datetime.datetime.now(datetime.timezone.utc),
                            soon + datetime.timedelta(seconds=30))
        self.assertIn("over since", self.done("keys", "show", "conf/short").out)
        line = next(line for line in self.done("exceptions", "list").out.splitlines()
                    if "short" in line)
        self.assertIn(", over", line)
