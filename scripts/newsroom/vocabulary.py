"""The closed vocabularies: every word an editor may choose, with its Vietnamese label.

Rules, forms, pages and the handbook all read these; nobody else lists them again.
Sources: Quy định 294-QĐ/TW (levels of Party organisation), 366-QĐ/TW (ratings), 399-QĐ/TW (kinds of documents).
"""

from __future__ import annotations

from enum import StrEnum


class Labelled(StrEnum):
    """A word of a closed list and the label a reader sees."""

    label: str

    def __new__(cls, word: str, label: str) -> Labelled:
        member = str.__new__(cls, word)
        member._value_ = word
        member.label = label
        return member


class Genre(Labelled):
    NEWS = "news", "Tin"
    REPORT = "report", "Bài phản ánh"
    INTERVIEW = "interview", "Phỏng vấn"
    PROFILE = "profile", "Gương điển hình"
    NOTICE = "notice", "Thông báo"
    SUPERVISION = "supervision", "Kiểm tra, giám sát"


class Credit(Labelled):
    NEWS = "news", "Tin"
    TEXT = "text", "Bài"
    PHOTO = "photo", "Ảnh"
    ILLUSTRATION = "illustration", "Minh họa"
    EDITOR = "editor", "Biên tập"


class Status(Labelled):
    DRAFT = "draft", "Nháp"
    SUBMITTED = "submitted", "Chờ duyệt"
    RETURNED = "returned", "Trả lại"
    APPROVED = "approved", "Đã duyệt"
    PUBLISHED = "published", "Xuất bản"
    ARCHIVED = "archived", "Lưu trữ"
    REMOVED = "removed", "Gỡ bỏ"

    @property
    def is_public(self) -> bool:
        """Whether readers may see it: published and archived articles only."""
        return self in (Status.PUBLISHED, Status.ARCHIVED)


class Level(Labelled):
    GRASSROOTS_BRANCH = "grassroots_branch", "Chi bộ cơ sở"
    SUBORDINATE_BRANCH = "subordinate_branch", "Chi bộ trực thuộc"
    SECTION_COMMITTEE = "section_committee", "Đảng bộ bộ phận"
    GRASSROOTS_COMMITTEE = "grassroots_committee", "Đảng bộ cơ sở"
    HIGHER_COMMITTEE = "higher_committee", "Đảng bộ cấp trên trực tiếp cơ sở"

    @property
    def is_committee(self) -> bool:
        """Whether it is a đảng bộ, which a đảng ủy leads; else a chi bộ."""
        return self in (Level.SECTION_COMMITTEE, Level.GRASSROOTS_COMMITTEE, Level.HIGHER_COMMITTEE)


class Kind(Labelled):
    VILLAGE = "village", "Thôn, ấp, tổ dân phố"
    COMMUNE = "commune", "Xã, phường, thị trấn"
    DISTRICT = "district", "Huyện (cấp đã kết thúc 1/7/2025)"
    AGENCY = "agency", "Cơ quan"
    SERVICE_UNIT = "service_unit", "Đơn vị sự nghiệp"
    ENTERPRISE = "enterprise", "Doanh nghiệp"
    COOPERATIVE = "cooperative", "Hợp tác xã, quỹ tín dụng"
    ARMED_FORCES = "armed_forces", "Lực lượng vũ trang"
    MIXED = "mixed", "Khối cơ quan, doanh nghiệp"
    OTHER = "other", "Loại hình khác"


class State(Labelled):
    ACTIVE = "active", "Đang hoạt động"
    MERGED = "merged", "Đã hợp nhất, sáp nhập"
    DISSOLVED = "dissolved", "Đã kết thúc hoạt động"
    RENAMED = "renamed", "Đã đổi tên"
    UNKNOWN = "unknown", "Chưa rõ (nguồn không cho biết)"


class CommitteeRole(Labelled):
    SECRETARY = "secretary", "Bí thư"
    STANDING_DEPUTY_SECRETARY = "standing_deputy_secretary", "Phó Bí thư Thường trực"
    DEPUTY_SECRETARY = "deputy_secretary", "Phó Bí thư"
    MEMBER = "member", "Ủy viên"

    def at(self, level: Level) -> str:
        """The title of whoever has the role: “Bí thư Đảng ủy” at a đảng bộ, “Bí thư” at a chi bộ."""
        if self is CommitteeRole.MEMBER:
            return "Đảng ủy viên" if level.is_committee else "Chi ủy viên"
        return f"{self.label} Đảng ủy" if level.is_committee else self.label


class AgeBand(Labelled):
    YOUNG = "18–30", "18–30 tuổi"
    THIRTIES = "31–40", "31–40 tuổi"
    FORTIES = "41–50", "41–50 tuổi"
    FIFTIES = "51–60", "51–60 tuổi"
    OLDER = "trên 60", "trên 60 tuổi"


class MeetingKind(Labelled):
    REGULAR = "regular", "Sinh hoạt thường kỳ"
    THEMATIC = "thematic", "Sinh hoạt chuyên đề"
    EXTRAORDINARY = "extraordinary", "Sinh hoạt đột xuất"
    CONFERENCE = "conference", "Hội nghị"


class Rating(Labelled):
    EXCELLENT = "excellent", "Hoàn thành xuất sắc nhiệm vụ"
    GOOD = "good", "Hoàn thành tốt nhiệm vụ"
    COMPLETED = "completed", "Hoàn thành nhiệm vụ"
    FAILED = "failed", "Không hoàn thành nhiệm vụ"


class RecognitionLevel(Labelled):
    GRASSROOTS = "grassroots", "Cấp cơ sở"
    DISTRICT = "district", "Cấp huyện"
    PROVINCE = "province", "Cấp tỉnh"
    CENTRAL = "central", "Cấp trung ương"


class ModelState(Labelled):
    REGISTERED = "registered", "Đăng ký"
    APPRAISED = "appraised", "Thẩm định"
    RECOGNISED = "recognised", "Công nhận"
    DECLINED = "declined", "Không đạt"


class Bound(Labelled):
    EXACT = "exact", "bằng"
    AT_LEAST = "at_least", "từ"
    OVER = "over", "trên"
    ABOUT = "about", "khoảng"


class UnitLevel(Labelled):
    PROVINCE = "province", "Tỉnh, thành phố"
    DISTRICT = "district", "Huyện, quận, thị xã"
    COMMUNE = "commune", "Xã, phường, thị trấn"
    VILLAGE = "village", "Thôn, ấp, tổ dân phố"
    BODY = "body", "Cơ quan, tổ chức"


class Ending(Labelled):
    MERGED = "merged", "Hợp nhất, sáp nhập"
    RENAMED = "renamed", "Đổi tên"
    SPLIT = "split", "Chia tách"
    DISSOLVED = "dissolved", "Kết thúc hoạt động"


class SiteKind(Labelled):
    STATE_PORTAL = "state_portal", "Cổng thông tin cơ quan nhà nước"
    INTERNAL = "internal", "Trang thông tin nội bộ"
    AGGREGATOR = "aggregator", "Trang thông tin tổng hợp"
    NEWSPAPER = "newspaper", "Báo điện tử"


class DocumentKind(Labelled):
    """Kinds of official documents: the 25 of the Party (399-QĐ/TW) in its order, then those of the State."""

    PLATFORM = "platform", "Cương lĩnh chính trị"
    CHARTER = "charter", "Điều lệ"
    STRATEGY = "strategy", "Chiến lược"
    RESOLUTION = "resolution", "Nghị quyết"
    DECISION = "decision", "Quyết định"
    DIRECTIVE = "directive", "Chỉ thị"
    CONCLUSION = "conclusion", "Kết luận"
    BYLAW = "bylaw", "Quy chế"
    REGULATION = "regulation", "Quy định"
    PARTY_CIRCULAR = "party_circular", "Thông tri"
    GUIDANCE = "guidance", "Hướng dẫn"
    NOTICE = "notice", "Thông báo"
    COMMUNIQUE = "communique", "Thông cáo"
    DECLARATION = "declaration", "Tuyên bố"
    APPEAL = "appeal", "Lời kêu gọi"
    REPORT = "report", "Báo cáo"
    PLAN = "plan", "Kế hoạch"
    MASTER_PLAN = "master_plan", "Quy hoạch"
    PROGRAMME = "programme", "Chương trình"
    SCHEME = "scheme", "Đề án"
    OPTION = "option", "Phương án"
    PROJECT = "project", "Dự án"
    SUBMISSION = "submission", "Tờ trình"
    LETTER = "letter", "Công văn"
    MINUTES = "minutes", "Biên bản"
    CODE_OF_LAW = "code_of_law", "Bộ luật"
    LAW = "law", "Luật"
    ORDINANCE = "ordinance", "Pháp lệnh"
    DECREE = "decree", "Nghị định"
    CIRCULAR = "circular", "Thông tư"
    JOINT_CIRCULAR = "joint_circular", "Thông tư liên tịch"
    TELEGRAM = "telegram", "Công điện"


class Validity(Labelled):
    """Whether an official document is in force."""

    IN_FORCE = "in_force", "Còn hiệu lực"
    PARTLY = "partly", "Hết hiệu lực một phần"
    EXPIRED = "expired", "Hết hiệu lực"
    NOT_YET = "not_yet", "Chưa có hiệu lực"
    UNKNOWN = "unknown", "Nguồn không cho biết"


class Secrecy(Labelled):
    """Of all degrees of secrecy only none may stand on a site."""

    NONE = "none", "Không mật"
