// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/log.h"

Q_LOGGING_CATEGORY(lcNet, "chatelaine.net", QtWarningMsg)
Q_LOGGING_CATEGORY(lcKeychain, "chatelaine.keychain", QtWarningMsg)
Q_LOGGING_CATEGORY(lcProviders, "chatelaine.providers", QtWarningMsg)
Q_LOGGING_CATEGORY(lcStore, "chatelaine.store", QtWarningMsg)
Q_LOGGING_CATEGORY(lcServices, "chatelaine.services", QtWarningMsg)
Q_LOGGING_CATEGORY(lcGui, "chatelaine.gui", QtWarningMsg)
Q_LOGGING_CATEGORY(lcPractice, "chatelaine.practice", QtWarningMsg)
