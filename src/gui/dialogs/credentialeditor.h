// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/providerinfo.h"
#include "core/rows.h"
#include "secrets/secret.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace chatelaine {

class ProblemLabel;
class SecretInput;

/** Takes the credential of one slot: the value itself, or where it is read from. */
class CredentialEditor : public QWidget
{
    Q_OBJECT
public:
    explicit CredentialEditor(const SlotInfo &slot, QWidget *parent = nullptr);

    const QString &slot() const { return m_slot.id; }
    QWidget *focusTarget() const;
    void setProblem(const QString &problem);
    void setFile(const QString &path);
    void wipe();

signals:
    void sourceChosen(chatelaine::CredentialSource::Kind kind);
    void secretTyped(const chatelaine::SharedSecret &value); ///< null: nothing
    void placeTyped(const QString &place);
    void fileWanted(); ///< answer with `setFile`

private:
    void makeInputs();
    void makeSources();
    void makeHelp();
    void showSource();
    CredentialSource::Kind source() const;

    SlotInfo m_slot;
    QStackedWidget *m_inputs;
    SecretInput *m_secret;
    QLineEdit *m_variable;
    QLineEdit *m_file;
    QComboBox *m_source;
    ProblemLabel *m_problem;
};

} // namespace chatelaine
