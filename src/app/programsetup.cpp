// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/programsetup.h"

#include "core/log.h"
#include "core/redaction.h"
#include "secrets/secret.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <malloc.h>

namespace chatelaine {

namespace {

/** Buffers of an export are used again: by default glibc gives each back to the system, which hands
 * out other pages for the next one. That was a quarter of an export's time. */
void keepFreedMemory()
{
#ifdef __GLIBC__
    constexpr int largestOnHeap = 4 << 20;
    constexpr int mostKept = 16 << 20; // per thread that allocates
    mallopt(M_MMAP_THRESHOLD, largestOnHeap);
    mallopt(M_TRIM_THRESHOLD, mostKept);
#endif
}

} // namespace

void prepareProcess()
{
    keepFreedMemory();
    installRedactingLogHandler();
    if (!initializeSecretMemory())
        qCWarning(lcKeychain)
            << "memory for secrets cannot be locked here: it may reach the swap space";
}

void prepareApplication(QCoreApplication &application)
{
    QCoreApplication::setOrganizationName(QStringLiteral("chatelaine"));
    QCoreApplication::setApplicationName(QStringLiteral("chatelaine"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CHATELAINE_VERSION));

    const QLocale locale = QLocale::system();
    const QString qtFolder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    auto *qt = new QTranslator(&application);
    if (qt->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"), qtFolder))
        QCoreApplication::installTranslator(qt);
    auto *plurals = new QTranslator(&application);
    if (plurals->load(QStringLiteral(":/i18n/chatelaine_en.qm")))
        QCoreApplication::installTranslator(plurals);
    auto *own = new QTranslator(&application);
    if (own->load(locale, QStringLiteral("chatelaine"), QStringLiteral("_"),
                  QStringLiteral(":/i18n")))
        QCoreApplication::installTranslator(own);
}

} // namespace chatelaine
