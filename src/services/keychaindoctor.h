// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"
#include "platform/keyringfacts.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

class QSettings;

namespace chatelaine {

struct ServiceContext;

/** What is known of the keychain after a look at it. */
struct KeychainReport
{
    /** One thing that was done with it, and how long it took. */
    struct Step
    {
        QString id; ///< "look", "write", "read", "remove"
        qint64 milliseconds = 0;
    };
    /** Something that is the matter: one sentence and one remedy. */
    struct Finding
    {
        QString id; ///< e.g. "locked", "session_only": for `--json` and tests
        QString sentence;
        QString next;
        bool operator==(const Finding &) const = default;
    };

    bool usable = false;
    QString backend;    ///< what answers, e.g. "gnome-keyring-daemon"; empty: nothing
    QString collection; ///< the default keyring's name; may be empty
    std::optional<bool> locked;
    std::optional<bool> persistent; ///< whether entries survive the logout
    QString sandbox;                ///< "Flatpak", "Snap" or empty
    QList<Step> steps;              ///< those that were done
    QList<Finding> findings;        ///< the gravest first
    QStringList notes;              ///< what is so by design, and worth knowing
};

QString keychainStepText(const QString &id); ///< "Write and read back"

/**
 * Looks whether the keychain works, by a canary that is written, read and removed; never asks the
 * user for anything. Answers within some seconds, whatever the keychain does. Lives on the main
 * thread.
 */
class KeychainDoctor : public QObject
{
    Q_OBJECT
public:
    using ReadFacts = std::function<QFuture<KeyringFacts>()>;
    static constexpr std::chrono::milliseconds patience = std::chrono::seconds(4);

    explicit KeychainDoctor(ServiceContext &context, ReadFacts facts = readKeyringFacts,
                            QObject *parent = nullptr);
    ~KeychainDoctor() override;

    [[nodiscard]] FutureOutcome<KeychainReport> examine();

private:
    ServiceContext &m_context;
    const ReadFacts m_facts;
    std::unique_ptr<QSettings> m_settings; ///< remembers what answered when it worked
};

} // namespace chatelaine
