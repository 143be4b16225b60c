"""Words that tasks are made of: verbs that open one, and those who are told to do them.

Open lists of the language of Vietnamese administration, not of any one report. All patterns match
the lower-case view of a document.
"""

from __future__ import annotations

import re

from crawler.vietnamese.alternation import any_of, any_word

# Adverbs that open a task, by themselves a sign that something is to be done.
_MANNER = (
    "tiếp tục|thận trọng|tập trung|chủ động|khẩn trương|kịp thời|thường xuyên|nghiêm túc|quyết liệt"
    "|kiên quyết|cương quyết|tích cực|linh hoạt|nỗ lực|phấn đấu|quyết tâm|đồng loạt|đồng bộ"
    "|trước mắt|sớm|ngay|cùng nhau|tranh thủ|bằng mọi|hết sức|đặc biệt|ưu tiên|sẵn sàng"
    "|trực tiếp|từng bước|nhanh chóng|gấp rút|không để|không được|tuyệt đối|dứt khoát|chung tay"
    "|chung sức|đồng lòng|trách nhiệm|nghiêm chỉnh"
)
# Verbs of two or more syllables; none is usual inside the name of a body.
_VERBS = (
    "tăng cường|đẩy mạnh|đẩy nhanh|triển khai|rà soát|hoàn thành|hoàn thiện|hoàn tất|quan tâm"
    "|chú trọng|chú ý|nâng cao|phát huy|bám sát|nắm chắc|nắm bắt|nắm|giải quyết|xử lý|đôn đốc"
    "|chuẩn bị|bố trí|cập nhật|công khai|siết chặt|theo dõi|đánh giá|phân loại|khắc phục"
    "|tháo gỡ|huy động|tạo điều kiện|đảm bảo|bảo đảm|giữ vững|giữ gìn|duy trì|củng cố"
    "|kiện toàn|ngăn chặn|đấu tranh|nêu cao|gương mẫu|đổi mới|lựa chọn|tiến hành|điều chỉnh"
    "|bổ sung|sắp xếp|thống kê|giải ngân|chấp hành|tuân thủ|thực hành|tiết kiệm|chấn chỉnh"
    "|quán triệt|học tập|dành|coi trọng|xác định|lồng ghép|gắn|khai thác|nhân rộng|tiếp thu"
    "|trả lời|cung cấp|công bố(?! trí)|đăng tải|đăng ký|phản ánh|nhận diện|phát hiện|phát động"
    "|ra quân"
    "|mở rộng|mở|thu hút|thu hồi|thu gom|thẩm định|thẩm tra|phê duyệt|phân bổ|phân công|phân cấp"
    "|phân tích|phân luồng|trình|tiếp nhận|tiếp công dân|đối thoại|lắng nghe|chia sẻ|đồng hành"
    "|vào cuộc|gỡ|giữ|đưa|(?<!bầu )(?<!ứng )(?<!tuyển )cử|gửi|sửa|nộp|viết|rút|tránh|dồn|chốt|bám"
    "|nêu(?! trên)|ghi|tính toán|tính"
    "|chấm dứt|chấm điểm|lên tiếng|phân khai|tăng ca|giải trình|thương lượng|góp|dự trữ|tích trữ"
    "|thương thảo|đàm phán|cân nhắc|đính chính|minh bạch|kiến tạo|thí điểm|giám định|đối chiếu"
    "|đối soát|kiểm kê|kiểm đếm|kiểm định|tổng kiểm tra|tổng rà soát|lấy ý kiến|mời|triệu tập|họp"
    "|báo ngay|báo cho|thông báo|niêm phong|tịch thu|thu giữ|bắt giữ|khởi tố|truy tố|xét xử"
    "|thi hành"
    "|giáo dưỡng|quyên góp|vận chuyển|đắp|đào|xúc|san lấp|san gạt|bắc|be bờ|che chắn|tỉa|bón"
    "|tưới|nghiệm thu|hoàn trả|trả|mua|bán|tiêu thụ|tái đàn|tiêu hủy|rào|khóa|đóng|cắm|lắng|ghim"
    "|dẹp|rủ"
    "|lên (?:danh sách|kế hoạch|phương án|lịch)"
    "|chỉnh lý|hiệu đính|rút gọn|rút kinh nghiệm|tham vấn|giải đáp|hòa giải|giải thích|làm quen"
    "|giao nộp|giao cây|giao hàng|giao đất|bám bản|bám dân|xuống cơ sở|xuống thôn|về cơ sở|đi cơ sở"
    "|tập hợp|gom|phân loại|đo đạc|cắm mốc|công chứng|cải tạo|nâng cấp|mở rộng|bê tông|quét|lau"
    "|luyện tập|diễn tập|huấn luyện|canh gác|gác|tuyển|tuyển chọn|tuyển dụng|sát hạch|chấm"
    "|điểm danh"
    "|lo|chăm lo|chăm sóc|thăm|tặng|động viên|khen thưởng|biểu dương|tôn vinh|bồi dưỡng|tập huấn"
    "|(?<!trao )(?<!thay )đổi|cam kết|kết thúc|xong(?= (?:trước|trong|ngay))"
    "|giới thiệu|quảng bá|kết nối|xúc tiến|kêu gọi|cải cách|cải thiện|rút ngắn|cắt giảm"
    "|đơn giản|số hóa|chuyển đổi|ứng dụng|áp dụng|vận hành|khởi công|khánh thành|bàn giao"
    "|nghiệm thu"
    "|quyết toán|thanh toán|đền bù|bồi thường|giải phóng|di dời|cưỡng chế|xử phạt|truy quét"
    "|tuần tra"
    "|trấn áp|ứng trực|ứng phó|khoanh vùng|dập dịch|tiêm|phun|khử|trồng|gieo|thu hoạch|chăm bón"
    "|gặt|cấy|làm đất|nạo vét|tu sửa|sửa chữa|khơi thông|gia cố|tích nước|điều tiết|xuống giống"
    "|(?<!người )(?<!đội ngũ )làm|thành lập|giải thể|sáp nhập|tổng kết|sơ kết|đúc rút"
    "|rút kinh nghiệm|kiểm điểm|tự phê bình"
    "|định hướng|lan tỏa|phản bác|cổ vũ|khơi dậy|hưởng ứng|tham gia|góp ý|thảo luận|tham khảo"
    "|đặt|lấy|xem|xem xét|cân đối|tổng hợp|đề cao|thống nhất(?! với| cao| về| một)|hạn chế"
    "|giảm|xóa|chống"
    "|bảo quản|bảo tồn|đột phá|tinh giản|luân chuyển|quy hoạch|bổ nhiệm|kết nạp"
    "|khảo sát|truy vết|xét nghiệm|cách ly|niêm yết|treo|trang trí|chỉnh trang"
    "|dọn|vệ sinh|phát quang|ký kết|ký|ban hành|cụ thể hóa|thể chế|đề xuất|kiến nghị"
    "|khuyến khích|vận dụng|truyền đạt|phổ biến|nhắc nhở"
    "|không(?! ai| có vùng cấm| có ngoại lệ)|khơi"
    "|có (?:văn bản|kế hoạch|biện pháp|giải pháp|phương án|trách nhiệm|báo cáo|hình thức)"
    "|nâng|nhận|rà|(?<!trật )(?<!thứ )(?<!tình )tự|trang bị|chuẩn hóa|tư vấn|làm việc với"
    "|cẩn trọng|tỉnh táo|kiên trì|chọn lọc"
    "|chắt lọc"
    "|đi sâu|đi đầu|về đích|vượt|đạt|chạy|hối thúc|thúc đẩy|thúc|(?<!kiểm )soát|sàng lọc|đọc"
    "|(?<!xây )dựng|chọn"
    "|(?<!điều )(?<!hiệu )(?<!nghiêm )chỉnh(?! trang| lý| hóa)"
    "|(?<!đăng )kiểm(?! soát| lâm| sát| toán| ngư| dịch| tra| điểm| đếm| định| kê| duyệt)"
    "|mật phục|bịt|trám|phúc tra|cắt|cấm|thiết kế"
    "|hòa giải|quay|thảm"
    "|điện (?:cho|về|ngay)|có (?:mặt|kết quả|lộ trình)|đến (?:từng|tận)|xuống từng|nhắc|túc trực"
    "|(?<!các )cấp(?= (?:kinh phí|thuốc|gạo|vốn|bổ sung|thêm|đủ|đổi|lại|bù|nước|sách|thẻ|tiền|cho))"
    "|phân định|quy định rõ|khoán|chịu|hoàn chỉnh|đảm nhận|đảm nhiệm|đảm trách|tháo dỡ"
    "|sơ tán"
    "|can thiệp|gia hạn|thu xếp|sử dụng|tận dụng|điều động|kích hoạt|khởi động|bàn bạc|trao đổi"
    "|giảm thiểu|khống chế|bảo dưỡng|bảo trì|dập tắt|thuyết phục|tiếp xúc|gặp gỡ|giải tỏa|tắt|bật"
    "|gọi"
    "|tạm ứng"
    "|trợ giúp|cứu trợ|ủng hộ|ôn tập|tập luyện|khoanh nợ|gánh vác|quản chặt|giao chỉ tiêu"
    "|giao việc|giao đất|kê khai|(?<!chăn )nuôi|cấp phát|chi trả"
    "|tri ân|phục vụ|thi đua|tiếp sức|đón|bình ổn|kích cầu|kiềm chế|tăng thu|tăng tốc|tăng"
    "|phòng,? chống|phòng ngừa|phòng dịch|phòng trừ|đoàn kết|cấp phép|cấp giấy|xã hội hóa|bớt"
    "|dừng|tạm dừng|ngừng|thay|thay thế|bỏ|hủy|xếp|tách|(?<!xuất )(?<!thu )nhập|lắp đặt|lắp|in"
    "|phát hành"
    "|phát sóng|nói(?! trên| chung| riêng)|đăng|đưa tin|biên tập|kiểm duyệt|thẩm|xét|lưu ý|bù"
    "|(?<!trường )(?<!đại )(?<!người )(?<!khoa )(?<!tiểu )(?<!trung )(?<!y )(?<!văn )(?<!hóa )"
    "(?<!tin )học(?! sinh| viên| kỳ"
    "| đường| hàm| vị)|căn cứ|(?<!biên )soạn|trao|(?<!vận )chuyển|kéo"
)
# Verbs that also name bodies: "ban chỉ đạo", "cơ quan quản lý", "các tổ chức".
_VERBS_IN_NAMES = (
    "bảo vệ|tuyên truyền|vận động|hướng dẫn|thực hiện|phối hợp|chỉ đạo|quản lý|kiểm tra|giám sát"
    "|tham mưu|báo cáo(?! viên)|(?:(?<!ngành )|(?<=các ngành )|(?<=, ngành ))xây dựng|hỗ trợ"
    "|nghiên cứu|giúp"
    "|tổ chức|lập|trực"
    "|phát triển|đầu tư"
    "|thu|chi|truyền|phát|sản xuất|lãnh đạo|(?<!ngành )giáo dục|điều tra|đào tạo|chủ trì|kiểm soát"
    "|thi công"
)
# Even after such a noun they are verbs before these: "các đội tổ chức tập luyện".
_SURE_VERBS = (
    "(?<!ban )(?<!bộ phận )tổ chức(?= (?:tốt|lễ |hội nghị|hội thi|tập|thực hiện|triển khai|ra quân"
    "|đón|trực|sinh hoạt|tuyên truyền|cho|lại|chu đáo|an toàn|thành công|đợt|cuộc|buổi|lớp|chương"
    "|phong trào|thi|tết|chợ|chuyến|đối thoại|gặp|thăm|hoạt động|khám|diễn|giải|ít nhất|một))"
    "|(?<!sở )(?:(?<!ngành )|(?<=các ngành )|(?<=, ngành ))xây dựng(?= (?:ít nhất|một|kế hoạch"
    "|phương án|mô hình"
    "|chương trình"
    "|kịch bản"
    "|quy chế|đề án|lộ trình))"
    "|phối hợp(?= với)|báo cáo(?= (?:kết quả|tiến độ|tình hình|số liệu|ngay|trước|bằng))"
    "|(?:thực hiện|quản lý|kiểm soát|hướng dẫn|chỉ đạo|bảo vệ|kiểm tra|giám sát)"
    "(?= (?:tốt|nghiêm|chặt|kỹ|ngay|quyết liệt|hiệu quả|có hiệu quả))"
)
# After these a word is part of the name of a body: "ban chỉ đạo", "cơ quan quản lý".
_NOUN_BEFORE = (
    r"(?<!ban )(?<!cơ quan )(?:(?<!đoàn )|(?<=(?:tỉnh|quận) đoàn )|(?<=thành đoàn )"
    r"|(?<=huyện đoàn )|(?<=thị đoàn )"
    r"|(?<=xã đoàn ))(?<!cảnh sát )(?<!kiểm soát )(?<!ủy ban )(?<!đơn vị )(?<!cấp )"
    r"(?<!tổ )(?<!đội )(?<!chủ )(?<!nhà )(?<!thầu )(?<!lực lượng )(?:(?<!viện )"
    r"|(?<=bệnh viện )|(?<=học viện ))(?<!bộ phận )"
    r"(?<!công tác )"
    r"(?<!trung tâm )(?<!các )(?<!những )(?<!mỗi )(?<!từng )(?<!tiểu ban )(?<!của )(?:(?<!hội )"
    r"|(?<=xã hội )|(?<=(?:chi|các|cấp) hội ))"
    r"(?<!cán bộ )(?<!đồng chí )(?<!mạng lưới )(?<!hệ thống )(?<!nhiệm vụ )(?:(?<!đài )"
    r"|(?<=, đài ))"
    r"(?<!người )(?<!cán sự )(?<!cơ sở )(?<!công )(?<!thường trực )"
)
# "tổ chức đảng", "tổ chức chính trị - xã hội": there it is a noun.
_NOT_A_VERB = (
    r"(?!tổ chức (?:cơ sở )?(?:đảng|chính trị|thành viên|đoàn(?! thi)|hội(?! nghị| thi| thảo)"
    r"|xã hội"
    r"|liên quan|tín dụng|quần chúng|tôn giáo|công đoàn))(?!thu nhập|chi (?:bộ|ủy|cục|nhánh"
    r"|hội|đoàn)"
    r"|trực thuộc|tổ (?:dân|trưởng|công)|báo chí|phát thanh|giáo dục (?:và|-)|thi đua"
    r"|tuyên truyền viên|cấp phát thanh|truyền (?:thông|hình|thanh)|quản lý nhà nước"
    r"|làm (?:công tác|việc(?! với))|xã hội|không gian|không quân|chi tiết|ngay cả|in ấn"
    r"|đặc biệt khó"
    r"|đạt chuẩn|thay mặt|vệ sinh an|trực tuyến|hạ tầng|chấp hành viên|thường trực)"
)
_OF_ANYBODY = f"{_MANNER}|{_VERBS}|{_SURE_VERBS}"
# A verb is looked for first, and only then at what would make it none.
TASK = re.compile(
    rf"(?<!\w)(?={any_of(f'{_OF_ANYBODY}|{_VERBS_IN_NAMES}')}(?!\w)){_NOT_A_VERB}"
    rf"(?:{any_of(_OF_ANYBODY)}|{_NOUN_BEFORE}{any_of(_VERBS_IN_NAMES)})(?!\w)"
)
# Any verb does its work so: "siết chặt", "gỡ nhanh", "làm cho tốt".
_ANY_VERB = re.compile(
    r"(?!(?:phòng|đài|ban|sở|kiểm|hội|tổ|đội|các|cán)\s)\w+ (?:tốt|nghiêm|chặt|chặt chẽ|nhanh|rõ"
    r"|ngay|kỹ|đủ|đúng|hết|dứt điểm|mạnh|sát|sâu"
    r"|thật)(?!\w)"
)
MUST = re.compile(any_word("cần|phải|cần phải|nên", not_after="hậu "))

# Those who can be told to do something.
_MANY = r"(?:tất\s+cả|mọi|mỗi|từng|các|những|toàn(?:\s+thể)?|cả|riêng)\s+"
_SO_MANY = r"(?:\d{1,3}(?:/\d{1,3})?\s+(?:đồng\s+chí\s+)?)?"
_DOERS = (
    "sở|ban|ủy ban|ub\\w*|hđnd|hội đồng|mttq|mặt trận|hội|đoàn|tỉnh đoàn|huyện đoàn|thành đoàn"
    "|thị đoàn|công an|quân sự|bộ chỉ huy|bộ chqs|biên phòng|bộ đội|văn phòng|phòng|trung tâm"
    "|cấp ủy|chính quyền|đảng ủy|đảng bộ|chi bộ|chi ủy|chi đoàn|chi hội|thường trực|thường vụ"
    "|tỉnh ủy|thành ủy|huyện ủy|thị ủy|quận ủy|tỉnh|huyện|thành phố|tp|thị xã|quận|xã|phường"
    "|thị trấn|đặc khu|thôn|bản|ấp|khu phố|khu dân cư|tổ dân phố|khóm|buôn|làng|trưởng|phó|bí thư"
    "|chủ tịch|giám đốc|thủ trưởng|người đứng đầu|lãnh đạo|cán bộ|đảng viên|công chức|viên chức"
    "|người lao động|đội ngũ|báo chí|cơ quan|đơn vị|địa phương|cơ sở|ngành|doanh nghiệp|nhà thầu"
    "|chủ đầu tư|nhân dân|người dân|bà con|hộ|đồng chí|đ/c|ông|bà|anh|chị|báo|đài|tòa soạn"
    "|phóng viên|nhà báo|cộng tác viên|báo cáo viên|tuyên truyền viên|cục|chi cục|kho bạc|thuế"
    "|hải quan|bhxh|bảo hiểm|ngân hàng|viện|tòa án|thi hành án|thanh tra|kiểm lâm|hạt|trạm"
    "|bệnh viện|trường|nhà trường|tổ|đội|tiểu ban|liên đoàn|lđlđ|công đoàn|hội viên|đoàn viên"
    "|mọi người|hai|ba|bốn|năm|lực lượng|hệ thống|khối|cụm|thành viên|bộ phận|điện lực|bưu điện"
    "|công ty|hợp tác xã|hệ thống|đại biểu|chi nhánh|cấp|bên|bí thư|tập thể|cá nhân|quận|dân quân"
    "|liên minh|đảng đoàn|tổ chức|thành đoàn|nhóm|ủy viên|vụ|bộ|chấp hành viên|hiệu trưởng"
    "|giáo viên|nhà máy|xí nghiệp|đồn|chánh án|chánh văn phòng|thẩm phán|kiểm sát viên|thư ký"
    "|vnpt|viettel|viễn thông|tư vấn|trung đoàn|tiểu đoàn|đại đội|tập đoàn|tổng công ty|thư viện"
    "|bảo tàng|vườn quốc gia|ngư dân|học sinh|phụ huynh|đài|chốt|hiệp hội|quỹ|khu"
    "|bác sĩ|nhân viên|khoa|khoa phòng|toàn ngành|toàn tỉnh|toàn huyện|toàn hệ thống|đoàn thể"
    "|vùng(?= \\d)|quân khu|sư đoàn|lữ đoàn|hải đội|hải đoàn|cảnh sát|cảng|chỉ huy"
    "|kế toán|thủ quỹ|văn thư|anh em"
)
_NOBODY = (
    "nội dung|nhiệm vụ|vấn đề|giải pháp|việc|chỉ tiêu|khó khăn|hạn chế|mặt|hoạt động|công tác"
    "|biện pháp|dự án|công trình|văn bản|nghị quyết|chỉ thị|chính sách|chương trình|kế hoạch"
    "|mục tiêu|phong trào|vụ|điều kiện|ý kiến|quy định|sự kiện|ngày|tháng|quý|lĩnh vực|nguồn"
    "|thông tin|kết quả|tồn tại|tiêu chí|thủ tục|chủ trương|quá trình|đợt|lễ|mô hình|khâu|cuộc"
    "|bước|phần|khoản|bộ luật|đề án|quyết sách|hành vi|trường hợp|hình thức|nguyên nhân|dịp|loại"
    "|diễn biến|yêu cầu|kiến nghị|mặt hàng|tuyến|vướng mắc|sản phẩm|giá trị|bài|tin|chủ đề"
)
_NO_DOER = (
    r"(?!hội (?:nghị|trường|thi|đàm|thảo)|trường hợp|bên cạnh|năm (?:\d|tới|nay|qua|học|ngoái"
    r"|trước|sau|mới|đó|ấy)"
    rf"|(?:hai|ba|bốn|năm)\s+{any_of(_NOBODY)}(?!\w)|bản thân|bộ máy"
    r"|vụ (?:khiếu|việc|án|tai|cháy|lúa|mùa|đông|xuân|hè|thu|kiện|tranh|vi phạm|trộm|nổ|ngộ)(?!\w)"
    r"|tổ hợp|toàn diện|hai là|ba là|bốn là|hộ chiếu)"
)
# As with a verb, a doer is looked for first.
_DOER = rf"(?={any_of(_DOERS)}(?!\w)){_NO_DOER}{any_of(_DOERS)}(?!\w)"
WHO = re.compile(rf"(?:{_MANY}(?!{any_of(_NOBODY)}(?!\w))\w|{_SO_MANY}{_DOER})")


def opens_task(low: str, start: int, end: int) -> bool:
    """Tell whether `low[start:end]` begins with a verb or adverb of a task."""
    return TASK.match(low, start, end) is not None or _ANY_VERB.match(low, start, end) is not None
