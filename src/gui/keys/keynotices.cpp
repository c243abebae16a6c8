// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/keys/keynotices.h"

#include "core/redaction.h"
#include "gui/common/timetext.h"
#include "gui/keys/keyfacts.h"
#include "models/keytexts.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longestNoticeWord = 80;

struct KeyNoticesTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::KeyNotices)
};

QString clockTime(Timestamp time)
{
    return QLocale().toString(time.toDateTime().toLocalTime().time(), QLocale::ShortFormat);
}

QString laneSentence(const QString &lane)
{
    if (lane.isEmpty())
        return {};
    if (lane == "key"_L1)
        return KeyNoticesTexts::tr("It was served by right of the key.");
    if (lane == "public"_L1)
        return KeyNoticesTexts::tr("It was served as to anybody: the key had no part in it.");
    if (lane == "paid"_L1)
        return KeyNoticesTexts::tr("It was served against a payment.");
    return KeyNoticesTexts::tr("It was served in the lane \"%1\".")
        .arg(displaySafe(lane, longestNoticeWord));
}

QString rateSentence(const RateLimit &rate)
{
    if (!rate.remaining)
        return {};
    const QString left = QLocale().toString(*rate.remaining);
    QString text = rate.limit ? KeyNoticesTexts::tr("%1 of %2 requests left")
                                    .arg(left, QLocale().toString(*rate.limit))
                              : KeyNoticesTexts::tr("%1 requests left").arg(left);
    if (rate.resetAt)
        text = KeyNoticesTexts::tr("%1 until %2").arg(text, clockTime(*rate.resetAt));
    return text + u'.';
}

QString challengeSentence(const PaymentChallenge &challenge)
{
    if (!challenge.problem.isEmpty()) {
        return KeyNoticesTexts::tr(
                   "The vendor asks for a payment, in a way that cannot be read: %1")
            .arg(displaySafe(challenge.problem));
    }
    const auto shown = [](const QString &text) {
        return text.isEmpty() ? KeyNoticesTexts::tr("not named")
                              : displaySafe(text, longestNoticeWord);
    };
    QString text =
        KeyNoticesTexts::tr("The vendor asks for a payment: amount %1 (in the smallest unit), "
                            "currency %2, to %3")
            .arg(shown(challenge.amount), shown(challenge.currency), shown(challenge.recipient));
    if (challenge.expiresAt)
        text = KeyNoticesTexts::tr("%1, until %2").arg(text, exactTime(*challenge.expiresAt));
    return text + u'.';
}

QString receiptSentence(const PaymentReceipt &receipt)
{
    return KeyNoticesTexts::tr("The vendor confirms a payment: status %1, reference %2.")
        .arg(displaySafe(receipt.status, longestNoticeWord),
             displaySafe(receipt.reference, longestNoticeWord));
}

Severity severityOf(KeyCheck::Verdict verdict)
{
    switch (verdict) {
    case KeyCheck::Verdict::Accepted:
        return Severity::Good;
    case KeyCheck::Verdict::Refused:
        return Severity::Error;
    case KeyCheck::Verdict::Inconclusive:
        break;
    }
    return Severity::Warning;
}

} // namespace

Notice checkNotice(const KeyCheck &check)
{
    QStringList details{laneSentence(check.lane)};
    if (check.rateLimit)
        details.append(rateSentence(*check.rateLimit));
    for (const PaymentChallenge &challenge : check.challenges)
        details.append(challengeSentence(challenge));
    if (!check.challenges.isEmpty())
        details.append(KeyNoticesTexts::tr("Chatelaine never pays."));
    if (check.receipt)
        details.append(receiptSentence(*check.receipt));
    details.removeAll(QString());
    return {severityOf(check.verdict), displaySafe(check.sentence), details.join(u' ')};
}

Notice changeNotice(const KeyChange &change, KeyVerb verb)
{
    const QString name = keyDisplayName(change.key);
    Notice notice;
    notice.severity = change.verified ? Severity::Good : Severity::Warning;
    if (!change.verified)
        notice.text = KeyNoticesTexts::tr(
                          "The vendor accepted the change of \"%1\", but does not show it yet.")
                          .arg(name);
    else if (verb == KeyVerb::Update)
        notice.text = KeyNoticesTexts::tr("\"%1\" is changed, as the vendor confirms.").arg(name);
    else
        notice.text = KeyNoticesTexts::tr("\"%1\" is %2 now, as the vendor confirms.")
                          .arg(name, keyStateText(change.key.record.state).toLower());
    notice.next = displaySafe(change.note);
    return notice;
}

} // namespace chatelaine
