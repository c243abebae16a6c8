// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Holds the sources against the table of folders in docs/architecture.md.

#include <QDirIterator>
#include <QLibraryInfo>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

/** Which folders a folder may use, besides itself and core; of some, only certain headers. */
struct Folder
{
    QSet<QString> uses;
    QSet<QString> headersOf; ///< folders of which only `headers` may be used
    QSet<QString> headers;
};

const QMap<QString, Folder> table = {
    {u"core"_s, {}},
    {u"secrets"_s, {}},
    {u"net"_s, {{u"secrets"_s}, {}, {}}},
    {u"providers"_s, {{u"net"_s, u"secrets"_s}, {}, {}}},
    {u"store"_s, {}},
    {u"platform"_s, {}},
    {u"reports"_s, {{u"store"_s}, {}, {}}},
    {u"painting"_s, {{u"reports"_s}, {}, {}}},
    {u"services"_s,
     {{u"providers"_s, u"store"_s, u"secrets"_s, u"reports"_s, u"painting"_s, u"platform"_s},
      {},
      {}}},
    {u"models"_s, {{u"store"_s}, {}, {}}},
    {u"gui"_s,
     {{u"services"_s, u"models"_s, u"painting"_s}, {u"secrets"_s}, {u"secrets/secret.h"_s}}},
    {u"cli"_s, {{u"services"_s}, {u"secrets"_s}, {u"secrets/secret.h"_s}}},
    {u"practice"_s, {}},
};

/** The modules of Qt, and QtKeychain, that belong to certain folders; app wires everything. */
const QMap<QString, QSet<QString>> moduleFolders = {
    {u"QtWidgets"_s, {u"gui"_s, u"app"_s}},
    {u"QtNetwork"_s, {u"net"_s, u"practice"_s, u"app"_s}},
    {u"QtSql"_s, {u"store"_s, u"practice"_s}},
    {u"QtDBus"_s, {u"platform"_s, u"app"_s}},
    {u"qt6keychain"_s, {u"secrets"_s}},
};

/** Where the vendors' names may stand in C++: what hides their tokens, and the practice server. */
const QSet<QString> namesVendors = {u"core/redaction.cpp"_s, u"app/practice_main.cpp"_s};

QString sourceRoot()
{
    return QStringLiteral(CHATELAINE_SOURCE_DIR);
}

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/** Paths below a folder of the source tree, relative to it. */
QStringList filesBelow(const QString &folder, const QStringList &patterns)
{
    const QDir root(sourceRoot() + u'/' + folder);
    QStringList files;
    QDirIterator it(root.path(), patterns, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        files.append(root.relativeFilePath(it.next()));
    files.sort();
    return files;
}

QStringList sources()
{
    return filesBelow(u"src"_s, {u"*.cpp"_s, u"*.h"_s});
}

QStringList captured(const QString &text, const QString &pattern)
{
    const QRegularExpression expression(pattern, QRegularExpression::MultilineOption);
    QStringList all;
    for (const auto &match : expression.globalMatch(text))
        all.append(match.captured(1));
    return all;
}

/** The includes of `text`, a file of `folder`, that the table does not allow. */
QStringList forbiddenIncludes(const QString &folder, const QString &text)
{
    QStringList forbidden;
    if (folder == u"app"_s)
        return forbidden;
    const Folder rules = table.value(folder);
    for (const QString &header : captured(text, uR"re(^\s*#\s*include\s+"([^"]+)")re"_s)) {
        const QString used = header.section(u'/', 0, 0);
        if (!header.contains(u'/') || used == folder || used == u"core"_s ||
            rules.uses.contains(used))
            continue;
        if (rules.headersOf.contains(used) && rules.headers.contains(header))
            continue;
        if (table.contains(used) || used == u"app"_s)
            forbidden.append(header);
    }
    return forbidden;
}

/** Of those modules, what is a value and no way to the outside. */
const QSet<QString> valueHeaders = {u"QHostAddress"_s};

/** The module that a header in angle brackets belongs to; empty for those that are everywhere. */
QString moduleOf(const QString &header)
{
    for (auto it = moduleFolders.begin(); it != moduleFolders.end(); ++it) {
        if (header.startsWith(it.key() + u'/'))
            return it.key();
    }
    const QString headers = QLibraryInfo::path(QLibraryInfo::HeadersPath);
    for (auto it = moduleFolders.begin(); it != moduleFolders.end(); ++it) {
        if (QFile::exists(headers + u'/' + it.key() + u'/' + header))
            return it.key();
    }
    return {};
}

QStringList forbiddenModules(const QString &folder, const QString &text)
{
    QStringList forbidden;
    for (const QString &header : captured(text, uR"re(^\s*#\s*include\s+<([^>]+)>)re"_s)) {
        const QString module = moduleOf(header);
        if (!module.isEmpty() && !valueHeaders.contains(header) &&
            !moduleFolders.value(module).contains(folder))
            forbidden.append(header);
    }
    return forbidden;
}

QString withoutComments(QString text)
{
    static const QRegularExpression comments(uR"re((?s:/\*.*?\*/)|(?<!:)//[^\n]*)re"_s);
    return text.remove(comments);
}

QStringList vendorNames(const QString &text)
{
    return captured(withoutComments(text),
                    uR"re("[^"\n]*\b((?i:tempered|tempo|temporis|confident))\b)re"_s);
}

QSet<QString> declaredUses(const QString &folder)
{
    const QString cmake = textOf(sourceRoot() + u"/src/"_s + folder + u"/CMakeLists.txt"_s);
    const QStringList uses = captured(
        cmake, uR"re(chatelaine_library\(%1\b[^)]*?\bUSES((?:\s+[a-z]+)+))re"_s.arg(folder));
    if (uses.isEmpty())
        return {};
    const QStringList names = uses.first().simplified().split(u' ');
    return {names.begin(), names.end()};
}

} // namespace

class TestIncludes : public QObject
{
    Q_OBJECT
private slots:
    void theRulesFindWhatIsForbidden_data();
    void theRulesFindWhatIsForbidden();
    void everyFolderIsInTheTable();
    void includesKeepToTheTable();
    void librariesDeclareTheTable_data();
    void librariesDeclareTheTable();
    void modulesStayInTheirFolders();
    void noVendorIsNamedInCode();
    void everySourceHasItsLicence();
};

void TestIncludes::theRulesFindWhatIsForbidden_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("found");
    const auto row = [](const char *name, const QString &folder, const QString &text,
                        qsizetype found) {
        QTest::newRow(name) << folder << text << found;
    };
    row("core is everybody's", u"net"_s, u"#include \"core/error.h\"\n"_s, 0);
    row("its own", u"net"_s, u"#include \"net/job.h\"\n"_s, 0);
    row("an upper folder", u"net"_s, u"#include \"gui/window.h\"\n"_s, 1);
    row("indented", u"store"_s, u"  #  include \"net/job.h\"\n"_s, 1);
    row("core uses nobody", u"core"_s, u"#include \"store/rows.h\"\n"_s, 1);
    row("a secret's type in the window", u"gui"_s, u"#include \"secrets/secret.h\"\n"_s, 0);
    row("the keychain in the window", u"gui"_s, u"#include \"secrets/keychain.h\"\n"_s, 1);
    row("the store in the window", u"gui"_s, u"#include \"store/store.h\"\n"_s, 1);
    row("practice reads no definition", u"practice"_s, u"#include \"providers/engine.h\"\n"_s, 1);
    row("nobody uses app", u"gui"_s, u"#include \"app/composition.h\"\n"_s, 1);
    row("app wires all", u"app"_s, u"#include \"gui/window.h\"\n"_s, 0);
    row("a widget in the store", u"store"_s, u"#include <QLabel>\n"_s, 1);
    row("a widget by its module", u"store"_s, u"#include <QtWidgets/QLabel>\n"_s, 1);
    row("a widget in the window", u"gui"_s, u"#include <QLabel>\n"_s, 0);
    row("SQL in a service", u"services"_s, u"#include <QSqlQuery>\n"_s, 1);
    row("network in a provider", u"providers"_s, u"#include <QNetworkReply>\n"_s, 1);
    row("keychain in net", u"net"_s, u"#include <qt6keychain/keychain.h>\n"_s, 1);
    row("Qt Core anywhere", u"core"_s, u"#include <QString>\n#include <vector>\n"_s, 0);
    row("a vendor", u"services"_s, u"if (id == u\"tempo\"_s)\n"_s, 1);
    row("a vendor's title", u"gui"_s, u"x = tr(\"Open Confident AI\");\n"_s, 1);
    row("a vendor in a comment", u"gui"_s, u"/// e.g. \"Tempered\"\n"_s, 0);
    row("a vendor behind a statement", u"gui"_s, u"int x; ///< e.g. \"Tempered\"\n"_s, 0);
    row("another word", u"app"_s, u"QString(\"temporary\");\n"_s, 0);
}

void TestIncludes::theRulesFindWhatIsForbidden()
{
    QFETCH(const QString, folder);
    QFETCH(const QString, text);
    QFETCH(const qsizetype, found);
    QCOMPARE(forbiddenIncludes(folder, text).size() + forbiddenModules(folder, text).size() +
                 vendorNames(text).size(),
             found);
}

void TestIncludes::everyFolderIsInTheTable()
{
    const QDir src(sourceRoot() + u"/src"_s);
    QStringList folders = src.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    folders.removeAll(u"app"_s);
    QCOMPARE(folders, QStringList(table.keys()));
}

void TestIncludes::includesKeepToTheTable()
{
    QStringList problems;
    for (const QString &file : sources()) {
        const QString folder = file.section(u'/', 0, 0);
        for (const QString &header :
             forbiddenIncludes(folder, textOf(sourceRoot() + u"/src/"_s + file)))
            problems.append(file + u" includes "_s + header);
    }
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

void TestIncludes::librariesDeclareTheTable_data()
{
    QTest::addColumn<QString>("folder");
    for (const QString &folder : table.keys())
        QTest::newRow(qPrintable(folder)) << folder;
}

void TestIncludes::librariesDeclareTheTable()
{
    QFETCH(const QString, folder);
    const QString cmake = textOf(sourceRoot() + u"/src/"_s + folder + u"/CMakeLists.txt"_s);
    QVERIFY2(cmake.contains(u"chatelaine_library("_s + folder), qPrintable(cmake));
    const Folder rules = table.value(folder);
    const QSet<QString> declared = declaredUses(folder) - QSet<QString>{u"core"_s};
    QCOMPARE(declared - rules.headersOf, rules.uses);
}

void TestIncludes::modulesStayInTheirFolders()
{
    QStringList problems;
    for (const QString &file : sources()) {
        const QString folder = file.section(u'/', 0, 0);
        for (const QString &header :
             forbiddenModules(folder, textOf(sourceRoot() + u"/src/"_s + file)))
            problems.append(file + u" includes "_s + header);
    }
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

void TestIncludes::noVendorIsNamedInCode()
{
    QStringList problems;
    for (const QString &file : sources()) {
        if (file.startsWith(u"practice/"_s) || namesVendors.contains(file))
            continue;
        for (const QString &name : vendorNames(textOf(sourceRoot() + u"/src/"_s + file)))
            problems.append(file + u" names "_s + name);
    }
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

void TestIncludes::everySourceHasItsLicence()
{
    QStringList problems;
    for (const QString &folder : {u"src"_s, u"tests"_s, u"cmake"_s, u"resources/sql"_s}) {
        const QStringList files = filesBelow(folder, {u"*.cpp"_s, u"*.h"_s, u"*.cmake"_s,
                                                      u"CMakeLists.txt"_s, u"*.py"_s, u"*.sql"_s});
        QVERIFY2(!files.isEmpty(), qPrintable(folder));
        for (const QString &file : files) {
            const QString start = textOf(sourceRoot() + u'/' + folder + u'/' + file).left(400);
            if (!start.contains(u"SPDX-FileCopyrightText: The Chatelaine contributors"_s) ||
                !start.contains(u"SPDX-License-Identifier: GPL-3.0-or-later"_s))
                problems.append(folder + u'/' + file);
        }
    }
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestIncludes)
#include "tst_architecture_includes.moc"
