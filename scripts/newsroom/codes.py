"""The codes of all problems: stable words that editors may look up in the handbook.

Each member carries what the handbook says of it. The handbook's table is drawn from here, so the two cannot drift.
"""

from __future__ import annotations

from enum import StrEnum


class Code(StrEnum):
    """A stable ASCII word, what it means, and whether it is only a warning."""

    meaning: str
    is_warning: bool

    def __new__(cls, word: str, meaning: str, is_warning: bool = False) -> Code:
        member = str.__new__(cls, word)
        member._value_ = word
        member.meaning = meaning
        member.is_warning = is_warning
        return member

    # --- reading the file -------------------------------------------------
    ENCODING = (
        "ma-hoa",
        "Tệp không phải UTF-8 (thường là UTF-16 hoặc TCVN3 chép từ Word cũ). Mở lại, chọn “Lưu thành… UTF-8”.",
    )
    CONTROL_CHARACTER = ("ky-tu-la", "Trong tệp có ký tự điều khiển không nhìn thấy. Xóa đi rồi gõ lại chỗ đó.")
    FALSE_LETTERS = (
        "chu-gia",
        "Trong một từ có chữ của hệ chữ khác (như chữ Nga) trông giống chữ Việt; người đọc và ô tìm kiếm bị lừa.",
    )
    TOO_LARGE = ("qua-lon", "Tệp, khai báo hay một dòng dài quá mức trang nhận.")
    TOO_COMPLEX = (
        "qua-phuc-tap",
        "Bài lồng quá nhiều lớp, mở quá nhiều ngoặc, hoặc chuyển đổi quá lâu; thường do dán nhầm dữ liệu vào bài.",
    )
    NO_FRONT_MATTER = ("thieu-khai-bao", "Tệp không mở đầu bằng phần khai báo nằm giữa hai dòng ---.")
    OPEN_FRONT_MATTER = ("khai-bao-ho", "Phần khai báo có dòng --- mở đầu mà không có dòng --- khép lại.")
    BROKEN_YAML = (
        "yaml-hong",
        "Phần khai báo viết sai quy cách YAML, hay gặp nhất: câu có dấu hai chấm mà chưa đặt trong ngoặc kép.",
    )
    FORBIDDEN_YAML = ("yaml-cam", "Phần khai báo dùng &, * hoặc ! của YAML; trang không nhận các cách viết ấy.")
    DUPLICATE_KEY = ("khoa-trung", "Một trường được khai báo hai lần; không biết lấy lần nào.")
    # --- one field --------------------------------------------------------
    MISSING_FIELD = ("thieu-truong", "Thiếu một trường bắt buộc.")
    UNKNOWN_FIELD = ("truong-la", "Có trường trang không biết; thường do gõ sai tên trường.")
    MEMBER_LIST = (
        "danh-sach-dang-vien",
        "Hồ sơ khai báo danh sách hoặc thông tin riêng của đảng viên; trang không bao giờ công bố loại dữ liệu này.",
    )
    WRONG_SHAPE = ("sai-kieu", "Giá trị không đúng kiểu: chỗ cần một câu lại là danh sách, hoặc ngược lại.")
    LENGTH = ("do-dai", "Câu chữ quá ngắn hoặc quá dài so với mức của trường.")
    BAD_DATE = ("ngay-sai", "Ngày giờ không có thật hoặc viết sai dạng năm-tháng-ngày.")
    BAD_CHOICE = ("chon-sai", "Giá trị không nằm trong danh sách được chọn.")
    BAD_NUMBER = ("so-sai", "Số viết sai hoặc nằm ngoài khoảng cho phép.")
    BAD_FORM = ("sai-dang", "Giá trị không đúng dạng: địa chỉ web, đường dẫn cũ hay mã định danh.")
    # --- the document and its place ----------------------------------------
    BAD_PATH = ("dat-sai-cho", "Tệp đặt sai thư mục, hoặc tên tệp có dấu, khoảng trắng hay chữ hoa.")
    NOT_A_FILE = (
        "khong-phai-tep",
        "Trong docs/ có thứ không phải tệp thường: liên kết (symlink), ống dẫn, thư mục lồng quá sâu, tệp không đọc được.",
    )
    FILE_TYPE = ("loai-tep-cam", "Loại tệp trang không nhận, hoặc nội dung tệp không đúng với đuôi tên.")
    MONTH_MISMATCH = ("thang-lech", "Năm, tháng trong ngày đăng khác với thư mục chứa bài.")
    REMOVAL_MISMATCH = (
        "go-bai-lech",
        "Bài có khai báo gỡ (removal) mà trạng thái không phải là gỡ bỏ, nên người đọc vẫn xem được.",
    )
    SAME_ADDRESS = ("trung-dia-chi", "Hai tệp (hoặc một tệp và một trang tự sinh) tranh nhau một địa chỉ.")
    ORDER_OF_TIME = (
        "thoi-gian-nguoc",
        "Mốc sau lại đứng trước mốc đầu: cập nhật trước khi đăng, hết trước khi bắt đầu.",
    )
    # --- what it names ------------------------------------------------------
    UNKNOWN_SECTION = ("chuyen-muc-la", "Chuyên mục không có trong mkdocs.yml.")
    UNKNOWN_BRANCH = ("chi-bo-la", "Bài hoặc hồ sơ nhắc một hồ sơ chi bộ không có trong docs/chi-bo/.")
    UNKNOWN_UNIT = ("don-vi-la", "Bài, hồ sơ hoặc đơn vị nhắc một đơn vị không có trong docs/don-vi/.")
    UNKNOWN_PROGRAMME = ("chuong-trinh-la", "Bài hoặc hồ sơ nhắc một chương trình không có trong docs/chuong-trinh/.")
    UNKNOWN_FRAMEWORK = (
        "khung-la",
        "Mô hình ghi một lĩnh vực hoặc khung tiêu chí mà trang của chương trình không khai báo.",
    )
    SUCCESSION_CYCLE = ("ke-thua-vong", "Các đơn vị kế tiếp nhau, hoặc thuộc nhau, thành vòng tròn.")
    SAME_UNIT_NAME = (
        "trung-ten-don-vi",
        "Hai đơn vị có tên giống nhau khi bỏ dấu; tên tệp của mỗi đơn vị phải kết thúc bằng mã chính thức.",
    )
    SAME_PERSON_NAME = (
        "trung-ten-nguoi",
        "Một họ tên giữ chức ở hai tổ chức không cùng hệ thống; cần nói rõ là một người hay hai người trùng tên.",
        True,
    )
    PARENT_CYCLE = ("truc-thuoc-vong", "Các hồ sơ trực thuộc lẫn nhau thành vòng tròn.")
    UNKNOWN_SOURCE = ("nguon-la", "Một con số ghi nguồn bằng mã không có trong mục sources của hồ sơ.")
    MISSING_FILE = ("thieu-tep", "Bài trỏ tới một tệp ảnh hoặc tệp đính kèm không có.")
    BROKEN_LINK = (
        "lien-ket-hong",
        "Liên kết trong bài trỏ tới một trang, hay một chỗ trong bài, không có, hoặc địa chỉ viết sai.",
    )
    BAD_PICTURE = ("anh-hong", "Tệp ảnh không mở được, sai loại hoặc quá lớn.")
    LEAKED_PATH = ("lo-duong-dan", "Chữ thay ảnh là đường dẫn hay tên tệp do Word để lại, không phải lời tả ảnh.")
    MISSING_ALT = ("thieu-loi-ta", "Ảnh trong bài chưa có lời tả cho người không xem được ảnh.")
    FOREIGN_PICTURE = (
        "anh-ngoai",
        "Ảnh lấy thẳng từ trang khác; ảnh phải nằm trong docs/ để trang không gọi ra ngoài.",
    )
    VAGUE_CREDIT = ("nguon-anh-mo-ho", "Ghi nguồn ảnh là “Internet”, “Sưu tầm”; cần tên người hoặc cơ quan.")
    PLACEHOLDER_ALT = ("loi-ta-cho-co", "Lời tả ảnh chỉ là chữ giữ chỗ (“ảnh 1”, “minh họa”), không tả điều nhìn thấy.")
    ACTIVE_FILE = (
        "tep-co-ma",
        "Tệp đính kèm chạy được mã hoặc không soát được: PDF có JavaScript, tệp Office có macro, có tệp nhúng hay đặt mật khẩu; hình SVG.",
    )
    LEFTOVERS = (
        "tep-lo-tin",
        "Tệp Word, Excel, PowerPoint, LibreOffice đính kèm còn lời nhận xét, chỗ sửa đang theo dõi, phần ẩn, lời ghi dưới trang chiếu, hoặc (PDF cũng vậy) có dữ liệu riêng của từng người; ai tải về cũng xem được.",
        True,
    )
    HEADING_LEVEL = (
        "tieu-de-trong-bai",
        "Trong bài có dòng # hoặc dòng ===== dưới chữ (tiêu đề lớn nhất); tiêu đề bài đã nằm ở khai báo.",
    )
    # --- official documents ---------------------------------------------------
    SECRET_DOCUMENT = ("van-ban-mat", "Văn bản có độ mật. Loại ấy không được đưa lên trang, kể cả tên.")
    DOCUMENT_MISMATCH = (
        "van-ban-lech",
        "Thể loại, số ký hiệu và ngày ban hành của một văn bản không khớp nhau; thường do gõ nhầm một trong ba.",
        True,
    )
    SAME_DOCUMENT = ("van-ban-trung", "Hai tệp trong docs/van-ban/ cùng thể loại, số ký hiệu và ngày.")
    UNKNOWN_DOCUMENT = (
        "van-ban-la",
        "Có bài viện dẫn một số văn bản chưa có trong docs/van-ban/; số gõ sai, hoặc cần thêm văn bản ấy.",
        True,
    )
    WRONG_DOCUMENT_DAY = (
        "ngay-van-ban-lech",
        "Bài viện dẫn văn bản với một ngày khác ngày ban hành ghi trong docs/van-ban/.",
        True,
    )
    AMBIGUOUS_DOCUMENT = (
        "van-ban-mo-ho",
        "Có nhiều văn bản cùng số ký hiệu mà bài không ghi ngày, nên không biết là văn bản nào.",
        True,
    )
    # --- the wording -----------------------------------------------------------
    UNWRITTEN = ("chua-viet", "Còn câu nhắc “Viết … ở đây” của tệp mẫu, chưa thay bằng lời của mình.")
    LOST_LETTERS = ("mat-chu", "Một chữ không thể là tiếng Việt: mất chữ, dính chữ khi dán từ Word.", True)
    DOUBLED_WORD = ("lap-tu", "Một từ nhỏ (của, và, các…) gõ hai lần liền nhau.", True)
    FOREIGN_D = ("chu-d-la", "Chữ Ð (hoặc ð) của tiếng Iceland đứng thay chữ Đ, nên người đọc tìm không ra.", True)
    MIXED_QUOTES = ("ngoac-kep-lan", "Trong bài vừa có ngoặc kép thẳng vừa có ngoặc kép cong.", True)
    BENT_QUOTES = (
        "ngoac-kep-cong",
        "Giá trị của một trường đặt trong ngoặc kép cong do Word đổi; chỉ ngoặc kép thẳng mới giữ được cả câu.",
        True,
    )
    NO_BREAK_RUN = ("dau-cach-cung", "Có nhiều dấu cách cứng liền nhau, do Word dùng để thụt dòng.", True)
    PATH_IN_TEXT = ("duong-dan-trong-bai", "Trong bài có đường dẫn của máy người soạn, do Word để lại.", True)
    CAPTION_RUN_IN = ("chu-thich-dinh", "Chú thích ảnh dính liền vào câu đứng sau.", True)
    LOST_TO_COMMENT = (
        "chu-bi-an",
        "Trong một câu không đặt trong ngoặc kép có dấu #; phần chữ sau nó bị coi là lời ghi chú, không hiện trên trang.",
        True,
    )
    STRAY_MARK = (
        "dau-markdown-lac",
        "Một dấu Markdown gõ hở hay sai quy cách (ngoặc, **, bảng, khung, chú thích) nên người đọc thấy nguyên dấu ấy.",
        True,
    )
    LOST_LAYOUT = (
        "mat-dang",
        "Danh sách, bảng dán từ Word bị dồn thành một đoạn, hoặc đoạn thụt đầu dòng thành khung chữ máy.",
        True,
    )
    # --- what a text may not hold ------------------------------------------------
    RAW_HTML = ("the-html", "Trong bài có thẻ HTML. Trang chỉ nhận Markdown; muốn nói về thẻ thì đặt trong dấu của mã.")
    FOREIGN_SYNTAX = ("cu-phap-la", "Trong bài có cú pháp chèn tệp, chèn mã hay gắn thuộc tính mà trang không dùng.")
    UNSAFE_LINK = (
        "lien-ket-gia",
        "Liên kết giấu hoặc giả: không có chữ, chữ nêu trang khác, địa chỉ rút gọn, dãy số, chữ giả, không phải https.",
    )
    UNKNOWN_HOST = ("trang-ngoai-la", "Liên kết tới một trang ngoài chưa có trong danh sách người phụ trách đã xem.")
    GAMBLING = ("co-bac", "Bài có lời mời cờ bạc, cá cược kèm liên kết hoặc địa chỉ trang ngoài.")
    GAMBLING_WORDS = (
        "co-bac-can-xem",
        "Bài có từ hay gặp trong quảng cáo cờ bạc; người duyệt cần đọc lại trước khi đăng.",
        True,
    )
    PERSONAL_DATA = (
        "du-lieu-ca-nhan",
        "Bài nêu dữ liệu riêng của một người: số định danh, ngày sinh, số di động, danh sách đảng viên, số liệu nhóm quá nhỏ.",
    )
    # --- sums and figures ----------------------------------------------------
    SUM_MISMATCH = ("tong-lech", "Các số thành phần cộng lại không bằng tổng, hoặc lớn hơn tổng.")
    PERCENT_MISMATCH = ("ty-le-lech", "Tỷ lệ phần trăm không khớp với kết quả chia chỉ tiêu (cho phép lệch 0,5).")
    SMALL_CELL = (
        "o-nho",
        "Số liệu theo dân tộc hoặc giới của một tập thể quá nhỏ; trang sẽ không in con số ấy ra.",
        True,
    )
    POINTS_MISMATCH = ("diem-lech", "Điểm không khớp với mức xếp loại, với ngưỡng công nhận hoặc với điểm tối đa.")
    TIMES_AND_PERSONS = ("luot-nguoi", "Số người lớn hơn số lượt; một người được tính ít nhất một lượt.")
    SHORT_MEETING = (
        "hop-ngan",
        "Buổi sinh hoạt ngắn hơn mức của Hướng dẫn 42-HD/BTCTW: 90 phút, hoặc 120 phút khi gồm cả chuyên đề.",
        True,
    )
    NO_ESTIMATE_NOTE = ("uoc-luong-thieu-chu", "Mốc thời gian là ước lượng nhưng không nói ước bằng cách nào.")
    # --- configuration ---------------------------------------------------------
    CONFIGURATION = ("cau-hinh", "mkdocs.yml, hay danh sách chữ viết tắt, thiếu hoặc sai một điều trang cần để dựng.")
    UNKNOWN_MENU_ENTRY = ("menu-la", "Một mục của nav hoặc footer trong mkdocs.yml trỏ tới một trang không có.")
