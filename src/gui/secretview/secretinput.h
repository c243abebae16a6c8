// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"
#include "secrets/secret.h"

#include <QLineEdit>

namespace chatelaine {

/**
 * A field that takes a secret: hidden, without input-method learning, undo or a context menu. What
 * is in it is handed out as a Secret only; the buffers that Qt needs are wiped as far as they can
 * be reached.
 */
class SecretInput : public QLineEdit
{
    Q_OBJECT
public:
    explicit SecretInput(QWidget *parent = nullptr);
    ~SecretInput() override;

    bool isBlank() const;
    /** The value without surrounding white space. Error (InvalidRequest) when it is empty,
     * (Storage) when it is too large. */
    Outcome<SharedSecret> secret() const;
    void wipe();

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
};

} // namespace chatelaine
