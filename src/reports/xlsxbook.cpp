// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/xlsxbook.h"

#include "core/redaction.h"
#include "reports/csvwriter.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <xlsxwriter.h>

namespace chatelaine {

namespace {

constexpr lxw_row_t rowsOfASheet = LXW_ROW_MAX;
constexpr qsizetype charactersOfACell = 32'000; ///< Excel takes 32,767
constexpr int widestColumn = 60;
constexpr int narrowestColumn = 11;
constexpr double microsOfADay = 86'400.0 * 1e6;
constexpr double epochInSheets = 25'569; ///< 1970-01-01 as a day of a spreadsheet

QByteArray safeText(const QString &text)
{
    return CsvWriter::guarded(displaySafe(text, charactersOfACell).toUtf8());
}

/** A table, and the sheet of the book that it has come to. */
struct Tab
{
    Sheet sheet;
    lxw_worksheet *page = nullptr;
    lxw_row_t row = 0;
    int pages = 0;
};

} // namespace

struct XlsxBook::Private
{
    explicit Private(const QString &name)
        : file(name)
    {}
    ~Private() { end(); }

    lxw_error end()
    {
        if (!book)
            return LXW_NO_ERROR;
        const lxw_error error = workbook_close(book);
        book = nullptr;
        return error;
    }

    bool begin();
    lxw_worksheet *page(const QString &title);
    void newPage(Tab &tab);
    bool write(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const Cell &cell);
    void writeSummary(const ReportHeader &header);
    bool kept(lxw_error error);

    const QString file;
    lxw_workbook *book = nullptr;
    lxw_worksheet *summary = nullptr;
    lxw_format *heading = nullptr;
    lxw_format *moment = nullptr;
    lxw_format *wrapped = nullptr;
    QList<Tab> tabs;
    QString problem;
};

bool XlsxBook::Private::kept(lxw_error error)
{
    if (error == LXW_NO_ERROR)
        return true;
    if (problem.isEmpty())
        problem = QString::fromUtf8(lxw_strerror(error));
    return false;
}

bool XlsxBook::Private::begin()
{
    // Rows are on the disk as soon as the next one comes; their temporary files are beside the
    // book.
    QByteArray folder = QFile::encodeName(QFileInfo(file).absolutePath());
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder.data();
    book = workbook_new_opt(QFile::encodeName(file).constData(), &options);
    if (!book)
        return kept(LXW_ERROR_CREATING_XLSX_FILE);
    heading = workbook_add_format(book);
    format_set_bold(heading);
    format_set_bottom(heading, LXW_BORDER_THIN);
    moment = workbook_add_format(book);
    format_set_num_format(moment, "yyyy-mm-dd hh:mm:ss\"Z\"");
    wrapped = workbook_add_format(book);
    format_set_text_wrap(wrapped);
    format_set_align(wrapped, LXW_ALIGN_VERTICAL_TOP);
    return true;
}

/** Names of sheets are short, and without some characters. */
lxw_worksheet *XlsxBook::Private::page(const QString &title)
{
    QString name = title.left(LXW_SHEETNAME_MAX);
    for (QChar &c : name) {
        if (QStringView(u"[]:*?/\\").contains(c))
            c = u' ';
    }
    return workbook_add_worksheet(book, name.toUtf8().constData());
}

void XlsxBook::Private::newPage(Tab &tab)
{
    ++tab.pages;
    const QString number = tab.pages == 1 ? QString() : QStringLiteral(" %1").arg(tab.pages);
    tab.page = page(tab.sheet.title.left(LXW_SHEETNAME_MAX - number.size()) + number);
    tab.row = 1;
    if (!tab.page)
        return;
    lxw_col_t at = 0;
    for (const SheetColumn &column : tab.sheet.columns) {
        const int width = std::clamp(qMax(column.width, int(column.title.size()) + 2),
                                     narrowestColumn, widestColumn);
        worksheet_set_column(tab.page, at, at, width, nullptr);
        kept(worksheet_write_string(tab.page, 0, at, safeText(column.title).constData(), heading));
        ++at;
    }
    worksheet_freeze_panes(tab.page, 1, 0);
    worksheet_repeat_rows(tab.page, 0, 0);
    worksheet_set_landscape(tab.page);
}

bool XlsxBook::Private::write(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                              const Cell &cell)
{
    if (const auto *term = std::get_if<Term>(&cell))
        return write(sheet, row, column, term->shown);
    if (const auto *text = std::get_if<QString>(&cell))
        return text->isEmpty() || kept(worksheet_write_string(
                                      sheet, row, column, safeText(*text).constData(), nullptr));
    if (const auto *number = std::get_if<qint64>(&cell))
        return kept(worksheet_write_number(sheet, row, column, double(*number), nullptr));
    if (const auto *number = std::get_if<double>(&cell))
        return kept(worksheet_write_number(sheet, row, column, *number, nullptr));
    const double day = double(std::get<Timestamp>(cell).micros()) / microsOfADay + epochInSheets;
    return kept(worksheet_write_number(sheet, row, column, day, moment));
}

void XlsxBook::Private::writeSummary(const ReportHeader &header)
{
    constexpr int titleWidth = 28;
    constexpr int textWidth = 100;
    worksheet_set_column(summary, 0, 0, titleWidth, nullptr);
    worksheet_set_column(summary, 1, 1, textWidth, nullptr);
    kept(worksheet_write_string(summary, 0, 0, safeText(header.title).constData(), heading));
    lxw_row_t row = 2;
    for (const ReportFact &fact : header.facts) {
        kept(worksheet_write_string(summary, row, 0, safeText(fact.title).constData(), wrapped));
        kept(worksheet_write_string(summary, row, 1, safeText(fact.text).constData(), wrapped));
        ++row;
    }
}

XlsxBook::XlsxBook(const QString &file)
    : d(std::make_unique<Private>(file))
{}

XlsxBook::~XlsxBook() = default;

bool XlsxBook::open(const ReportHeader &header, const QList<Sheet> &sheets)
{
    if (!d->begin())
        return false;
    d->summary = d->page(header.title);
    if (!d->summary)
        return d->kept(LXW_ERROR_CREATING_XLSX_FILE);
    for (const Sheet &sheet : sheets) {
        d->tabs.append({sheet});
        d->newPage(d->tabs.last());
        if (!d->tabs.constLast().page)
            return d->kept(LXW_ERROR_CREATING_XLSX_FILE);
    }
    return d->problem.isEmpty();
}

bool XlsxBook::add(qsizetype sheet, const Cells &cells)
{
    Tab &tab = d->tabs[sheet];
    if (tab.row == rowsOfASheet)
        d->newPage(tab);
    lxw_col_t column = 0;
    for (const Cell &cell : cells) {
        if (!d->write(tab.page, tab.row, column++, cell))
            return false;
    }
    ++tab.row;
    return true;
}

bool XlsxBook::close(const ReportHeader &header)
{
    d->writeSummary(header);
    for (const Tab &tab : std::as_const(d->tabs)) {
        if (!header.isComplete) {
            // On each printed page, and at the name of the sheet.
            worksheet_set_header(tab.page, "&C&BINCOMPLETE");
            worksheet_set_tab_color(tab.page, LXW_COLOR_RED);
        }
        if (tab.row > 1)
            worksheet_autofilter(tab.page, 0, 0, tab.row - 1,
                                 lxw_col_t(tab.sheet.columns.size() - 1));
    }
    return d->problem.isEmpty() && d->kept(d->end());
}

QString XlsxBook::problem() const
{
    return d->problem;
}

} // namespace chatelaine
