/**
 * Short articles that are read without a network, in German. See articles_en for the form of the text.
 * @module built_in/articles_de
 */

export const ARTICLES_DE = [
  {
    id: "olive-tree",
    wiki: "Olivenbaum",
    title: "Olivenbaum",
    summary: "Immergrüner Baum des Mittelmeers, wegen Frucht und Öl angebaut",
    text: `Der Olivenbaum ist ein langsamer, zäher, immergrüner Baum, der rund um das Mittelmeer seit etwa sechstausend Jahren angebaut wird. Seine Frucht gibt Öl und, eingelegt, die Tafelolive.
# Der Baum
Schmale Blätter, oben graugrün und unten silbrig, verlieren wenig Wasser und halten zwei bis drei Jahre. Die Wurzeln gehen eher in die Breite als in die Tiefe und kommen mit trockenem, steinigem Boden aus. Ein alter Stamm ist oft hohl und verdreht und treibt doch unten neu aus: Darum sind manche Bäume weit über tausend Jahre alt.
# Frucht und Öl
Grüne und schwarze Oliven sind dieselbe Frucht, früh oder spät gepflückt. Frisch vom Baum sind sie viel zu bitter; Salzlake oder Lauge zieht das Bittere heraus. Für Öl wird die Frucht samt Kern zerquetscht und das Öl von Wasser und Fruchtfleisch getrennt. Geschieht das ohne Hitze und Chemie und ist der Geschmack fehlerfrei, darf das Öl nativ extra heißen.
# Im Leben der Menschen
Öl war rund um die [[aegean-sea|Ägäis]] Nahrung, Licht, Seife und Arznei. Die Sieger von Olympia bekamen einen Kranz vom wilden Ölbaum, und ein Ölzweig ist bis heute ein Zeichen des Friedens.`,
    see: ["aegean-sea", "stoa", "sourdough"],
  },
  {
    id: "stoa",
    wiki: "Stoa (Architektur)",
    title: "Stoa",
    summary: "Überdachter Gang einer griechischen Stadt, offen für alle",
    text: `Eine Stoa ist eine lange überdachte Halle mit einer Wand im Rücken und einer Säulenreihe davor. In den Städten des alten Griechenland stand sie am Rand des Marktplatzes und gehörte allen.
# Der Bau
Die einfachste Stoa hat ein Schiff. Größere hatten innen eine zweite Säulenreihe, ein Obergeschoss oder eine Reihe von Räumen an der Rückwand. Die Räume wurden als Läden und Amtsstuben vermietet, jeder mit eigener Tür zum gemeinsamen Gang.
# Wozu sie diente
Eine Stoa gab im Sommer Schatten und im Winter Schutz. Man traf sich dort, handelte, las Bekanntmachungen und hörte Reden; auch Gerichte und Beamte nutzten sie. Sie war Straße, Galerie und Wartesaal zugleich.
# Berühmte Beispiele
Die Bunte Halle in Athen zeigte an ihren Wänden Bilder von Schlachten. Zenon von Kition lehrte dort um 300 v. Chr., und seine Anhänger hießen nach dem Ort Stoiker. Die Stoa des Attalos, im zweiten Jahrhundert v. Chr. das Geschenk eines Königs von Pergamon, wurde in den 1950er Jahren auf den alten Fundamenten neu errichtet und ist heute ein Museum.`,
    see: ["olive-tree", "aegean-sea", "chess"],
  },
  {
    id: "sourdough",
    wiki: "Sauerteig",
    title: "Sauerteig",
    summary: "Teig, den wilde Hefen und Milchsäurebakterien treiben",
    text: `Sauerteig ist Teig, der von selbst aufgeht: In Mehl und Wasser, die ein paar Tage stehen und gefüttert werden, sammeln sich wilde Hefen und Milchsäurebakterien, die vom Korn leben.
# Wie er wirkt
Die Hefen machen aus Zucker Kohlendioxid, das den Teig hebt, und etwas Alkohol. Die Bakterien bilden Milch- und Essigsäure. Die Säuren geben den Geschmack, schützen das Brot vor Schimmel und hindern im Roggenteig Enzyme daran, die Krume zu verkleistern.
# Das Anstellgut
Wer backt, behält von jedem Teig ein Stück für den nächsten. Es wird mit Mehl und Wasser gefüttert, in der warmen Küche täglich, im Kühlschrank wöchentlich. Munteres Anstellgut verdoppelt sich in wenigen Stunden und riecht angenehm sauer, nach Joghurt oder Äpfeln.
# Backen
Sauerteig nimmt sich Zeit: Vom ersten Mischen bis zum Ofen vergehen oft zwölf bis vierundzwanzig Stunden, viele davon schlafend in der Kälte. Die lange Ruhe macht die Kruste dunkel und die Krume saftig, und das Brot hält tagelang.
# Geschichte
Bis im neunzehnten Jahrhundert Presshefe in die Läden kam, wurde das meiste Hefebrot so gemacht oder mit dem Schaum von Bier. Niemand weiß, wer angefangen hat; es geschieht immer, wenn ein Teig vergessen wird.`,
    see: ["olive-tree", "honeybee", "tea"],
  },
  {
    id: "aegean-sea",
    wiki: "Ägäisches Meer",
    title: "Ägäis",
    summary: "Arm des Mittelmeers zwischen Griechenland und der Türkei",
    text: `Die Ägäis liegt zwischen dem griechischen Festland und der Türkei. Im Süden schließt die Insel Kreta sie ab; im Nordosten führen die Dardanellen zum Marmarameer und zum Schwarzen Meer.
# Inseln
Es gibt einige Tausend Inseln und Felsen, ein paar Hundert davon sind bewohnt. Sie bilden Gruppen: die Kykladen im Ring um Delos, den Dodekanes im Südosten, die Sporaden im Nordwesten. Santorin ist der Rand eines Vulkans, der in der Bronzezeit ausbrach.
# Wind und Wasser
Von Juni bis September weht bei klarem Himmel oft tagelang ein trockener Nordwind, der Meltemi. Er kühlt die Inseln und hält Fähren im Hafen. Das Wasser ist salzig, klar und arm an Nahrung; darum wirkt es so blau.
# Geschichte
Fast immer ist eine Insel in Sicht, und so fuhren Menschen früh über dieses Meer: Obsidian von Milos kam vor mehr als zehntausend Jahren aufs Festland. Hier wuchsen die kykladische, die minoische und die mykenische Kultur und später die griechischen Städte an beiden Ufern.`,
    see: ["olive-tree", "lighthouse", "stoa"],
  },
  {
    id: "lighthouse",
    wiki: "Leuchtturm",
    title: "Leuchtturm",
    summary: "Turm, dessen Licht Schiffen sagt, wo sie sind",
    text: `Ein Leuchtturm ist ein Turm mit starkem Licht, der eine Küste, einen Felsen oder eine Hafeneinfahrt bezeichnet. Jeder hat seinen eigenen Takt: Wer die Sekunden zählt, weiß, welcher es ist.
# Das Licht
Erst brannten offene Feuer, dann Öllampen mit Spiegeln. 1822 baute Augustin Fresnel eine Linse aus vielen Glasringen, dünn und leicht, die fast das ganze Licht zu Strahlen bündelt. Dreht sich die Linse, scheint das Licht zu blinken. Die Höhe zählt so viel wie die Stärke: Die Erde ist rund, und nur von oben reicht ein Licht weit.
# Am Tag
Streifen, Farben und Form unterscheiden Leuchttürme bei Tageslicht. Im Nebel traten Hörner und später Funkfeuer an die Stelle des Lichts.
# Wärter
Wärter putzten Dochte, zogen das Uhrwerk der Linse auf und notierten das Wetter. Heute laufen fast alle Feuer von selbst. Satelliten sagen Schiffen, wo sie sind, aber ein Licht, das einfach da ist, braucht keinen Empfänger.
# Der erste
Der berühmteste stand auf der Insel Pharos vor Alexandria, um 280 v. Chr. gebaut und über hundert Meter hoch. Sein Name wurde in vielen Sprachen zum Wort für Leuchtturm, so im französischen phare und im griechischen faros.`,
    see: ["aegean-sea", "northern-lights", "bicycle"],
  },
  {
    id: "honeybee",
    wiki: "Westliche Honigbiene",
    title: "Honigbiene",
    summary: "Insekt, das in Völkern lebt, Honig speichert und Pflanzen bestäubt",
    text: `Die Westliche Honigbiene lebt in Völkern von bis zu etwa fünfzigtausend Tieren: eine Königin, viele Arbeiterinnen, alle ihre Töchter, und im Sommer einige Hundert Drohnen.
# Das Leben einer Arbeiterin
Im Sommer lebt eine Arbeiterin etwa sechs Wochen. Sie putzt Zellen, füttert Larven, baut Waben, bewacht den Eingang und fliegt erst zuletzt zum Sammeln aus. Bienen, die im Herbst schlüpfen, leben Monate und wärmen das Volk durch den Winter.
# Der Tanz
Eine Biene, die Blüten gefunden hat, tanzt auf der Wabe. Der Winkel ihres Laufs zur Senkrechten ist der Winkel des Futters zur Sonne, und die Dauer des Schwänzelns nennt die Entfernung. Karl von Frisch fand das heraus und bekam dafür 1973 mit anderen einen Nobelpreis.
# Honig und Wachs
Honig ist Nektar, den die Bienen eingedickt und mit Enzymen verändert haben, bis er haltbar ist. Wachs kommt aus Drüsen am Bauch der Arbeiterin. Die sechseckigen Zellen fassen viel Honig mit wenig Wachs.
# Bestäubung
Beim Sammeln tragen Bienen Pollen von Blüte zu Blüte. Äpfel, Kirschen, Mandeln und viele andere Früchte brauchen sie und ihre wilden Verwandten, von denen es rund zwanzigtausend Arten gibt.`,
    see: ["sourdough", "tea", "olive-tree"],
  },
  {
    id: "bicycle",
    wiki: "Fahrrad",
    title: "Fahrrad",
    summary: "Fahrzeug mit zwei Rädern, von den Beinen angetrieben",
    text: `Das Fahrrad macht aus der Kraft zweier Beine mehr Weg als jede andere Maschine mit Menschenantrieb: Mit derselben Mühe fährt man etwa dreimal so weit, wie man geht.
# Wie es entstand
1817 fuhr Karl Drais in Mannheim auf einer hölzernen Maschine mit zwei Rädern, die er mit den Füßen abstieß. In den 1860er Jahren kamen Pedale am Vorderrad, dann Hochräder, schnell und gefährlich. 1885 hatte der Rover von John Kemp Starley zwei fast gleiche Räder und eine Kette zum Hinterrad: die Form, die blieb. Drei Jahre später folgten Luftreifen.
# Warum es nicht umfällt
Ein rollendes Fahrrad lenkt zu der Seite, nach der es sich neigt, und bringt so die Räder wieder unter sein Gewicht. Der Kreisel der Räder hilft dabei und die Geometrie der Lenkung auch, doch keines von beiden ist allein nötig; Forscher haben fahrerlose Räder gebaut, die ohne beides auskommen.
# Was es veränderte
Es war billig und brauchte keinen Stall. Es brachte Arbeiter zur Fabrik und rückte Nachbardörfer zusammen. Vielen Frauen gab es eine Freiheit der Bewegung und der Kleidung, die sie vorher nicht hatten.`,
    see: ["lighthouse", "chess", "tea"],
  },
  {
    id: "tea",
    wiki: "Tee",
    title: "Tee",
    summary: "Getränk aus den Blättern der Teepflanze",
    text: `Tee entsteht, wenn man heißes Wasser auf Blätter von Camellia sinensis gießt. Nach Wasser ist er das meistgetrunkene Getränk der Welt.
# Eine Pflanze, viele Tees
Aller echte Tee kommt von derselben Pflanze; der Unterschied liegt darin, was mit dem Blatt geschieht. Grüner Tee wird bald nach dem Pflücken erhitzt und bleibt grün. Für schwarzen welkt das Blatt, wird gerollt und reagiert mit Luft, bis es dunkel ist. Oolong liegt dazwischen, weißer Tee wird kaum behandelt, und Pu-Erh reift Monate oder Jahre. Aufgüsse aus Minze oder Kamille heißen Tee, sind aber keiner.
# In der Tasse
Schwarzer Tee mag fast kochendes Wasser und drei bis fünf Minuten, grüner kühleres und weniger Zeit. Koffein weckt, die Aminosäure Theanin beruhigt, und Gerbstoffe machen die Zunge stumpf, wenn er zu lange gezogen hat.
# Geschichte
In China wurde Tee vor mehr als zweitausend Jahren getrunken, zuerst als Arznei. Mönche brachten ihn nach Japan, Karawanen nach Zentralasien und Russland, Schiffe im siebzehnten Jahrhundert nach Europa. Sprachen, die ihn über Land bekamen, sagen meist ein Wort wie Tschai, die anderen eines wie Tee.`,
    see: ["sourdough", "honeybee", "chess"],
  },
  {
    id: "northern-lights",
    wiki: "Polarlicht",
    title: "Nordlicht",
    summary: "Leuchten am Nachthimmel nahe den Polen",
    text: `Nordlichter sind Vorhänge, Bögen und Strahlen aus Licht am Nachthimmel, zu sehen meist in einem Ring um den magnetischen Pol. Im Süden geschieht dasselbe.
# Wie sie entstehen
Die Sonne schickt einen Strom geladener Teilchen aus, den Sonnenwind. Das Magnetfeld der Erde lenkt das meiste ab, doch auf der Nachtseite sammelt sich Energie, und von Zeit zu Zeit werden Elektronen entlang der Feldlinien hinabgeschleudert. In hundert Kilometern Höhe und mehr treffen sie auf Atome der Luft und bringen sie zum Leuchten.
# Farben
Das häufige Grün kommt von Sauerstoff in etwa 100 bis 150 Kilometern Höhe. Rot kommt von Sauerstoff weiter oben, wo ein Atom die lange Zeit hat, die es für dieses Licht braucht. Stickstoff gibt am unteren Rand Blau und Violett dazu.
# Wie man sie sieht
Am besten in dunklen, klaren Nächten fern der Städte, um Mitternacht, von September bis März. Etwa alle elf Jahre ist die Sonne besonders unruhig; dann reichen die Lichter weiter, manchmal bis ans Mittelmeer, als roter Schein tief im Norden.`,
    see: ["lighthouse", "aegean-sea", "honeybee"],
  },
  {
    id: "chess",
    wiki: "Schach",
    title: "Schach",
    summary: "Brettspiel für zwei, ohne Zufall",
    text: `Schach spielen zwei auf einem Brett mit vierundsechzig Feldern und je sechzehn Figuren. Nichts ist verborgen und nichts dem Zufall überlassen; wer den König des anderen so angreift, dass er nicht mehr entkommt, hat gewonnen.
# Die Figuren
König, Dame, zwei Türme, zwei Läufer, zwei Springer und acht Bauern stehen auf jeder Seite. Die Dame ist die stärkste, der Springer die einzige, die springt. Ein Bauer am anderen Ende wird zu einer anderen Figur, meist zur Dame.
# Geschichte
Das Spiel kam aus Indien, wo im sechsten Jahrhundert Ähnliches gespielt wurde, über Persien und die arabische Welt nach Europa. Schachmatt kommt vom persischen schah mat, der König ist hilflos. Um 1500 bekamen Dame und Läufer ihre weiten Züge, und das Spiel wurde schnell.
# Maschinen
1997 schlug der Computer Deep Blue den Weltmeister Garri Kasparow in einem Wettkampf. Heute sind Programme auf dem Telefon stärker als jeder Mensch, und es wird mehr gespielt denn je, nicht zuletzt, weil man von ihnen lernt.
# Zahlen
Nach je vier Zügen beider Seiten gibt es mehr als achtzig Milliarden Möglichkeiten, wie die Partie verlaufen sein kann.`,
    see: ["stoa", "bicycle", "tea"],
  },
];
