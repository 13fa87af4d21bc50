"""Short news items in languages that are easily taken for one another; all of them are invented."""

INDONESIAN = (
    "Wali Kota Sungai Merah mengatakan bahwa gudang beras di kecamatan itu tidak pernah kosong. Ia membantah"
    " laporan warga yang menyebut stok habis sejak Senin karena banjir. Menurut dia, polisi sudah memeriksa"
    " gudang tersebut dan hasilnya akan diumumkan pada Agustus."
)
MALAY = (
    "Datuk Bandar Sungai Merah berkata bahawa gudang beras di daerah itu tidak pernah kosong. Beliau menafikan"
    " laporan penduduk yang mendakwa stok habis sejak Isnin kerana banjir. Menurutnya, pihak polis sudah"
    " memeriksa gudang berkenaan dan keputusannya akan diumumkan pada Ogos."
)
JAVANESE = (
    "Bupati Kali Abang ngendika yèn gudhang beras ing kutha iku ora tau kosong. Panjenengané mbantah kabar saka"
    " warga kang kandha yèn berasé wis entèk amarga banjir. Saiki pulisi lagi mriksa gudhang kuwi lan asilé bakal"
    " diwartakaké marang wong akèh ing sasi ngarep."
)
SUNDANESE = (
    "Bupati Cai Beureum nyebutkeun yén gudang béas di éta kota henteu kungsi kosong. Anjeunna ngabantah béja ti"
    " warga anu nyebutkeun béas geus béak ku sabab caah. Ayeuna pulisi keur mariksa éta gudang, sarta hasilna"
    " bakal dibéjakeun ka jalma réa dina bulan hareup."
)
TAGALOG = (
    "Itinanggi ng alkalde ng Ilog Pula na walang laman ang bodega ng bigas sa bayan. Ayon sa kanya, hindi totoo"
    " ang sinabi ng mga residente na naubos ang bigas noong Lunes dahil sa baha. Sinusuri na ng pulisya ang"
    " bodega at ilalabas nila ang resulta sa Agosto."
)
DANISH = (
    "Borgmesteren i Rødby afviser, at byens lager af ris er tomt. Hun siger, at det ikke er rigtigt, hvad"
    " beboerne har fortalt, og at politiet nu har undersøgt lageret efter oversvømmelsen. Resultatet bliver først"
    " offentliggjort, når nogle af prøverne er kommet tilbage."
)
NORWEGIAN = (
    "Ordføreren i Rødby avviser at byens lager av ris er tomt. Hun sier at det ikke er riktig hva innbyggerne har"
    " fortalt, og at politiet nå har undersøkt lageret etter flommen. Resultatet blir først offentliggjort når"
    " noen av prøvene er kommet tilbake fra laboratoriet."
)
SWEDISH = (
    "Borgmästaren i Rödby förnekar att stadens lager av ris är tomt. Hon säger att det inte är sant vad invånarna"
    " har berättat, och att polisen nu har undersökt lagret efter översvämningen. Resultatet ska offentliggöras"
    " först när några av proverna har kommit tillbaka."
)
CZECH = (
    "Starostka Červené Vody popírá, že by městský sklad rýže byl prázdný. Podle ní není pravda, co říkali"
    " obyvatelé, a policie již sklad po povodni prohlédla. Výsledek bude zveřejněn, až když se vrátí některé"
    " vzorky, které byly odeslány do laboratoře."
)
SLOVAK = (
    "Starostka Červenej Vody popiera, že by mestský sklad ryže bol prázdny. Podľa nej nie je pravda, čo hovorili"
    " obyvatelia, a polícia už sklad po povodni prezrela. Výsledok bude zverejnený, až keď sa vrátia niektoré"
    " vzorky, ktoré boli odoslané do laboratória."
)
CROATIAN = (
    "Gradonačelnica Crvene Vode tvrdi da gradsko skladište riže nije prazno. Rekla je da nije točno što su kazali"
    " mještani i da je policija već pregledala skladište nakon poplave. Rezultati će biti objavljeni tek kada se"
    " vrate uzorci, prije kraja tjedna, a dvije tvrtke također čekaju."
)
SERBIAN = (
    "Градоначелница Црвене Воде тврди да градско складиште пиринча није празно. Рекла је да није тачно што су"
    " испричали мештани и да је полиција већ прегледала складиште после поплаве. Резултати ће бити објављени тек"
    " када се врате узорци које су послали."
)
SERBIAN_LATIN = (
    "Gradonačelnica Crvene Vode tvrdi da gradsko skladište pirinča nije prazno. Rekla je da nije tačno šta su"
    " ispričali meštani i da je policija već pregledala skladište posle poplave, gde je bilo hiljadu vreća."
    " Rezultati će biti objavljeni tek kada se vrate uzorci, pre kraja nedelje, a takođe i ono što čeka opština."
)
SLOVENE = (
    "Županja Rdeče Vode zanika, da bi bilo mestno skladišče riža prazno. Povedala je, da ni res, kar so"
    " pripovedovali prebivalci, in da je policija po poplavi skladišče že pregledala. Izidi bodo objavljeni šele,"
    " ko se vrnejo vzorci, ki so jih poslali v laboratorij."
)
SPANISH = (
    "La alcaldesa de Río Rojo niega que el almacén de arroz de la ciudad esté vacío. Dijo que no es cierto lo que"
    " contaron los vecinos y que la policía ya ha revisado el almacén después de la inundación. Los resultados se"
    " publicarán cuando vuelvan las muestras."
)
PORTUGUESE = (
    "A prefeita de Rio Vermelho nega que o armazém de arroz da cidade esteja vazio. Disse que não é verdade o que"
    " contaram os moradores e que a polícia já revistou o armazém depois da enchente. Os resultados só serão"
    " publicados quando voltarem as amostras."
)
GALICIAN = (
    "A alcaldesa de Río Vermello nega que o almacén de arroz da cidade estea baleiro. Dixo que non é certo o que"
    " contaron os veciños e que a policía xa revisou o almacén despois da enchente. Os resultados publicaranse"
    " cando volvan as mostras, mais tamén unha parte das probas."
)
CATALAN = (
    "L'alcaldessa de Riu Vermell nega que el magatzem d'arròs de la ciutat sigui buit. Va dir que no és cert el"
    " que van explicar els veïns i que la policia ja ha revisat el magatzem després de la inundació. Els"
    " resultats es publicaran quan tornin les mostres."
)
BULGARIAN = (
    "Кметицата на Червена Вода отрича, че градският склад за ориз е празен. Тя каза, че не е вярно това, което са"
    " разказали жителите, и че полицията вече е прегледала склада след наводнението. Резултатите ще бъдат"
    " обявени, когато се върнат пробите."
)
MACEDONIAN = (
    "Градоначалничката на Црвена Вода негира дека градскиот магацин за ориз е празен. Таа рече дека не е точно"
    " тоа што го раскажале жителите и дека полицијата веќе го прегледала магацинот по поплавата. Резултатите ќе"
    " бидат објавени кога ќе се вратат примероците."
)
RUSSIAN = (
    "Мэр Красной Воды отрицает, что городской склад риса пуст. Она сказала, что это неправда, о чём рассказали"
    " жители, и что полиция уже осмотрела склад после наводнения. Результаты будут опубликованы только тогда,"
    " когда вернутся пробы, которые были отправлены."
)
UKRAINIAN = (
    "Мер Червоної Води заперечує, що міський склад рису порожній. Вона сказала, що це неправда, про що розповіли"
    " жителі, і що поліція вже оглянула склад після повені. Результати будуть оприлюднені лише тоді, коли"
    " повернуться проби, які були надіслані."
)
HINDI = (
    "लाल नदी की महापौर ने इस बात से इनकार किया है कि शहर का चावल गोदाम खाली है। उन्होंने कहा कि लोगों ने जो बताया"
    " वह सच नहीं है और पुलिस बाढ़ के बाद गोदाम की जाँच कर चुकी है।"
)
MARATHI = (
    "शहराचे तांदळाचे गोदाम रिकामे आहे, हे लाल नदीच्या महापौरांनी नाकारले आहे. लोकांनी जे सांगितले ते खरे नाही आणि"
    " पोलिसांनी पुरानंतर गोदामाची तपासणी केली आहे, असे त्यांनी सांगितले."
)
NEPALI = (
    "लाल नदीकी मेयरले शहरको चामलको गोदाम खाली रहेको कुरा अस्वीकार गरेकी छिन्। स्थानीयले भनेको कुरा साँचो होइन र"
    " प्रहरीले बाढीपछि गोदामको जाँच गरेको छ, उनले भनिन्। नतिजा अर्को महिना पनि आउन सक्ने भएको छ।"
)
ARABIC = (
    "نفت رئيسة بلدية النهر الأحمر أن يكون مخزن الأرز في المدينة فارغا. وقالت إن ما قاله السكان غير صحيح، وإن"
    " الشرطة قد فتشت المخزن بعد الفيضان. وسوف تنشر النتائج عند عودة العينات من المختبر."
)
PERSIAN = (
    "شهردار رود سرخ این را که انبار برنج شهر خالی است تکذیب کرد. او گفت آنچه ساکنان گفته‌اند درست نیست و پلیس پس"
    " از سیل انبار را بررسی کرده است. نتیجه تا ماه آینده برای مردم منتشر می شود."
)
URDU = (
    "سرخ دریا کی میئر نے اس بات سے انکار کیا ہے کہ شہر کا چاول کا گودام خالی ہے۔ انہوں نے کہا کہ لوگوں نے جو"
    " بتایا وہ درست نہیں ہے اور پولیس سیلاب کے بعد گودام کی جانچ کر چکی ہے۔"
)
ENGLISH = (
    "The mayor of Red River denied that the city's rice store was empty. She said that what residents had told"
    " reporters was not true, and that the police had already searched the store after the flood. The results"
    " will be published when all of the samples have come back."
)
CHINESE = (
    "红河市市长否认该市的粮仓已经空了。她说居民向记者所说的并不属实，警方在洪水之后已经检查了粮仓。结果将在样本送"
    "回之后公布。"
)
JAPANESE = (
    "赤川市の市長は、市の米の倉庫が空だという住民の話を否定した。警察は洪水のあとに倉庫を調べたという。結果は来月"
    "に発表される。"
)

BY_LANGUAGE = {
    "id": INDONESIAN, "ms": MALAY, "jv": JAVANESE, "su": SUNDANESE, "tl": TAGALOG,
    "da": DANISH, "no": NORWEGIAN, "sv": SWEDISH, "cs": CZECH, "sk": SLOVAK, "hr": CROATIAN, "sr": SERBIAN,
    "sl": SLOVENE, "es": SPANISH, "pt": PORTUGUESE, "gl": GALICIAN, "ca": CATALAN, "bg": BULGARIAN, "mk": MACEDONIAN,
    "ru": RUSSIAN, "uk": UKRAINIAN, "hi": HINDI, "mr": MARATHI, "ne": NEPALI, "ar": ARABIC, "fa": PERSIAN, "ur": URDU,
    "en": ENGLISH, "zh": CHINESE, "ja": JAPANESE,
}  # fmt: skip
