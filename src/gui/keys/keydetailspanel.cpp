// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/keys/keydetailspanel.h"

#include "core/redaction.h"
#include "gui/common/icons.h"
#include "gui/common/plaintip.h"
#include "gui/common/timetext.h"

#include <QFontDatabase>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

#include "ui_keydetailspanel.h"

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

/** What is not shown while it cannot be done: it would only invite. */
bool hidesItself(KeyAction action)
{
    switch (action) {
    case KeyAction::Edit:
    case KeyAction::Rotate:
    case KeyAction::Replace:
    case KeyAction::Revoke:
    case KeyAction::Delete:
        return true;
    default:
        return false;
    }
}

constexpr int longestHeading = 160;

/** With places to break a line inside of runs that have none: an id must not widen the panel. */
QString breakable(const QString &text)
{
    constexpr int longestRun = 16;
    QString out;
    int run = 0;
    for (const QChar c : text) {
        out += c;
        run = c.isSpace() ? 0 : run + 1;
        if (c == u'/' || c == u'-' || run >= longestRun) {
            out += QChar(0x200b);
            run = 0;
        }
    }
    return out;
}

bool hasLongRun(const QString &text)
{
    constexpr int longestWord = 20;
    const QStringList words = text.split(u' ');
    return std::any_of(words.begin(), words.end(),
                       [](const QString &word) { return word.size() > longestWord; });
}

QString buttonName(KeyAction action)
{
    switch (action) {
    case KeyAction::HowTo:
        return u"howToUseButton"_s;
    case KeyAction::Edit:
        return u"editKeyButton"_s;
    case KeyAction::Rotate:
        return u"rotateKeyButton"_s;
    case KeyAction::Replace:
        return u"replaceKeyButton"_s;
    case KeyAction::Check:
        return u"checkKeyButton"_s;
    case KeyAction::Enable:
        return u"enableKeyButton"_s;
    case KeyAction::Disable:
        return u"disableKeyButton"_s;
    case KeyAction::Revoke:
        return u"revokeKeyButton"_s;
    case KeyAction::Delete:
        break;
    }
    return u"deleteKeyButton"_s;
}

} // namespace

KeyDetailsPanel::KeyDetailsPanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::KeyDetailsPanel>())
{
    m_ui->setupUi(this);
    QFont title = font();
    title.setPointSizeF(title.pointSizeF() * 1.25);
    title.setBold(true);
    m_ui->nameLabel->setFont(title);
    for (const KeyAction action : allKeyActions) {
        auto *button = new QPushButton(m_ui->factsHolder);
        button->setObjectName(buttonName(action));
        button->setAutoDefault(false);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        m_buttons.insert(action, button);
        // What ends a key stands apart from what does no harm.
        if (action == KeyAction::Revoke)
            m_ui->actionsLayout->addSpacing(16);
        m_ui->actionsLayout->addWidget(button);
        connect(button, &QPushButton::clicked, this,
                [this, action] { emit actionRequested(action); });
    }
    connect(m_ui->historyButton, &QPushButton::clicked, this, &KeyDetailsPanel::historyRequested);
    connect(m_ui->notesButton, &QPushButton::clicked, this, &KeyDetailsPanel::notesRequested);
    connect(m_ui->findingsBar, &MessageBar::actionTriggered, this,
            &KeyDetailsPanel::exceptionsRequested);
    showNothing();
}

KeyDetailsPanel::~KeyDetailsPanel() = default;

void KeyDetailsPanel::showNothing()
{
    m_ui->nameLabel->setText(tr("No key is selected"));
    showFacts({});
    showFindings({});
    m_ui->historyButton->hide();
    m_ui->notesButton->hide();
    m_ui->reasonLabel->setText(tr("Select a key to see what is known of it and what can be done "
                                  "with it."));
    m_ui->reasonLabel->show();
    for (QPushButton *button : std::as_const(m_buttons))
        button->hide();
    showExternal({});
}

void KeyDetailsPanel::showAccount(const QString &name, const QList<KeyFact> &facts)
{
    showNothing();
    m_ui->nameLabel->setText(hasLongRun(name) ? breakable(name) : name);
    showFacts(facts);
}

void KeyDetailsPanel::showSeveral(qint64 count)
{
    showNothing();
    m_ui->nameLabel->setText(tr("%n key(s) are selected", nullptr, static_cast<int>(count)));
    m_ui->reasonLabel->setText(tr("The menu Key has what can be done with all of them."));
}

void KeyDetailsPanel::showKey(const KeyRow &key, const QList<KeyFact> &facts,
                              const KeyOffers &offers)
{
    const QString name = displaySafe(keyDisplayName(key), longestHeading);
    m_ui->nameLabel->setText(hasLongRun(name) ? breakable(name) : name);
    showFacts(facts);
    m_ui->historyButton->show();
    m_ui->notesButton->show();
    showOffers(key, offers);
    showExternal(offers.external);
}

void KeyDetailsPanel::showFindings(const QList<Finding> &findings)
{
    QStringList sentences;
    QStringList tips;
    bool isAccepted = true; // all of it
    bool mayBe = false;
    for (const Finding &finding : findings) {
        const QString sentence = findingSentence(finding);
        sentences.append(sentence);
        isAccepted = isAccepted && finding.exception;
        mayBe = mayBe || mayBeExcepted(finding.rule);
        if (finding.since)
            tips.append(tr("Since %1: %2").arg(exactTime(*finding.since), sentence));
        if (!finding.exception)
            continue;
        sentences.append(tr("Accepted until %1.").arg(lastDayText(finding.exception->until)));
        tips.append(tr("Approved by %1: %2")
                        .arg(displaySafe(finding.exception->approver),
                             displaySafe(finding.exception->reason)));
    }
    m_ui->findingsBar->setNotice(
        {isAccepted ? Severity::Information : Severity::Warning, sentences.join(u'\n'), {}});
    m_ui->findingsBar->setAction(mayBe ? tr("Exceptions...") : QString());
    m_ui->findingsBar->setToolTip(plainTip(tips.join(u'\n')));
}

void KeyDetailsPanel::showFacts(const QList<KeyFact> &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    while (QLayoutItem *item = m_ui->factsLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF());
    int row = 0;
    for (const KeyFact &fact : facts) {
        auto *label = new QLabel(fact.label, m_ui->factsHolder);
        label->setTextFormat(Qt::PlainText);
        label->setForegroundRole(QPalette::PlaceholderText);
        // A long one must not take the room of what it is about.
        if (const int most = 16 * fontMetrics().averageCharWidth();
            label->sizeHint().width() > most) {
            label->setWordWrap(true);
            label->setFixedWidth(most);
        }
        auto *value = new QLabel(m_ui->factsHolder);
        value->setTextFormat(Qt::PlainText);
        value->setWordWrap(true);
        const bool breaks = hasLongRun(fact.text);
        value->setText(breaks ? breakable(fact.text) : fact.text);
        // What was broken for the eye must not be copied with its breaks.
        if (!breaks)
            value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setToolTip(plainTip(fact.tip));
        if (fact.fixedFont)
            value->setFont(fixed);
        // A form's layout cuts texts off that are wrapped in both of its columns.
        m_ui->factsLayout->addWidget(label, row, 0, Qt::AlignTop);
        m_ui->factsLayout->addWidget(value, row, 1, Qt::AlignTop);
        ++row;
    }
}

void KeyDetailsPanel::showOffers(const KeyRow &key, const KeyOffers &offers)
{
    QStringList reasons;
    for (const KeyOffer &offer : offers.actions) {
        QPushButton *button = m_buttons.value(offer.action);
        // A mnemonic in a key's name would be ours by accident.
        const QString text = actionText(offer, key);
        button->setAccessibleName(offer.asksFirst ? text + u'…' : text);
        button->setEnabled(offer.enabled);
        button->setToolTip(plainTip(offer.reason));
        button->setVisible(offer.offered &&
                           (offer.enabled || !hidesItself(offer.action) || offer.reason.isEmpty()));
        if (offer.offered && !offer.reason.isEmpty() && offer.action == KeyAction::Check)
            reasons.append(offer.reason);
    }
    m_ui->reasonLabel->setText(reasons.join(u' '));
    m_ui->reasonLabel->setVisible(!reasons.isEmpty());
    fitButtons();
}

/** A long name must not widen the panel: what does not fit is cut in the middle. */
void KeyDetailsPanel::fitButtons()
{
    constexpr int padding = 32;
    constexpr int least = 200; // before the panel has its width
    const int room = qMax(least, m_ui->factsHolder->width() - padding);
    for (QPushButton *button : std::as_const(m_buttons)) {
        const QString text =
            button->fontMetrics().elidedText(button->accessibleName(), Qt::ElideMiddle, room);
        button->setText(QString(text).replace(u'&', u"&&"_s));
    }
}

void KeyDetailsPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitButtons();
}

void KeyDetailsPanel::showExternal(const QList<ExternalOffer> &offers)
{
    if (m_external && offers == m_offers)
        return;
    m_offers = offers;
    delete m_external;
    m_external = new QWidget(m_ui->factsHolder);
    auto *layout = new QVBoxLayout(m_external);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (const ExternalOffer &offer : offers) {
        auto *why = new QLabel(offer.why, m_external);
        why->setTextFormat(Qt::PlainText);
        why->setWordWrap(true);
        layout->addWidget(why);
        if (!offer.url.isValid())
            continue;
        auto *button = new QPushButton(offer.text, m_external);
        button->setAutoDefault(false);
        layout->addWidget(button);
        connect(button, &QPushButton::clicked, this,
                [this, url = offer.url] { emit pageRequested(url); });
    }
    m_ui->actionsLayout->addWidget(m_external);
    m_external->setVisible(!offers.isEmpty());
}

} // namespace chatelaine
